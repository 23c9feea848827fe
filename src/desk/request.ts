// A stage as a dialog or a function asks for it.
export { iterations, type StageRequest, stageFrom } from '../stages/stages';
