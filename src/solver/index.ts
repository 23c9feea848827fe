// The public face of the solver: every split of shares, units and fills, each proven before it leaves.
export { CheckError } from './checkShares';
export { explainPrimary, explainShares, type PrimaryExplanation, type ShareExplanation } from './explain';
export { allocateFills } from './fills';
export { solvePrimary } from './primary';
export { solvePrimaryCost } from './primaryCost';
export { allocateShares } from './shares';
export type {
  CostAnswer,
  CostAsset,
  CostPosition,
  CostProblem,
  FillAnswer,
  FillProblem,
  Limit,
  PrimaryAnswer,
  PrimaryFund,
  PrimaryProblem,
  Proof,
  ShareAnswer,
  ShareFund,
  ShareProblem,
  Ties,
  Weighting,
} from './types';
export { InputError } from './validate';
