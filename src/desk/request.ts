// A stage as a dialog asks for it.
export { type StageRequest, stageFrom } from '../stages/stages';
