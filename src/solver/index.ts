// The public face of the solver: every split of shares, units and fills, each with its proof. One folder a question: ledger (a day's shares,
// slice by slice), shares (of one slice), units, fills, money; and checks, which goes over every answer once more before it leaves.
// docs/solver.md has the mathematics and the words (slot, seat, plan, price, floor).
export { CheckError } from './checks/checkShares';
export { explainPrimary, explainShares, type PrimaryExplanation, type ShareExplanation } from './explain';
export { allocateFills } from './fills/fills';
export {
  explainLedger,
  type LedgerExplanation,
  type LedgerRule,
  type SliceExplanation,
} from './ledger/explainLedger';
export { allocateLedger } from './ledger/ledger';
export { stillKept } from './ledger/ledgerBook';
export { allocateLedgerFills } from './ledger/ledgerFills';
export type {
  LedgerAnswer,
  LedgerClaim,
  LedgerFillAnswer,
  LedgerFillProblem,
  LedgerProblem,
  LedgerRank,
  LedgerSlice,
  SliceShares,
} from './ledger/ledgerTypes';
export { type Settled, settleTogether } from './ledger/settle';
export { solvePrimaryCost, WORK_A_SECOND } from './money/primaryCost';
export { allocateShares } from './shares/shares';
export type {
  Budget,
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
export { solvePrimary } from './units/primary';
export { InputError } from './validate';
