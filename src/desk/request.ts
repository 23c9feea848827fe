// A stage as a dialog or a function asks for it.
export type { CancelWish } from '../stages/cancelScope';
export { iterations, type StageRequest, stageFrom } from '../stages/stages';
