// Every function of the bundle with what is tried of it. A new one does not compile before it has a row here.
import type * as main from '../../../src/main';
import type { Case } from './case';
import { DAY } from './day';
import { BESIDE, MENUS } from './desk';

type Door = {
  [Name in keyof typeof main]: (typeof main)[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof typeof main];

export const OPERATIONS: Readonly<Record<Door, readonly Case[]>> = { ...DAY, ...BESIDE, ...MENUS };
