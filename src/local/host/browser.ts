// The room's face towards a browser: data and rules that need no Node, and Univer's quicker look-up of formulas.
import './book/formulaLookup';

export { type Area, parseA1 } from './book/a1';
export type { ChartSpec } from './book/chart';
export { createUniver } from './book/createUniver';
export type { ProtectionSpec } from './book/extras';
export type { Sight } from './book/looking';
export { PLAIN_TEXT, typed } from './book/typed';
export type { ButtonSet } from './script/hosts';
export type { Menu, MenuItem } from './script/menu';
