// Where a run works: what the platform gives it, the workbook as it has read it so far, and its one reading of the clock.
import type { Stamp } from '../domain/stamp';
import type { OpenBook } from './openBook';
import type { Services } from './services';

export interface Desk {
  readonly services: Services;
  readonly book: OpenBook;
  readonly now: Stamp;
}
