// Every tab of the workbook, in the order in which it stands.
import type { Tab } from '../tab';
import * as feeds from './feeds';
import * as hidden from './hidden';
import * as inputs from './inputs';
import * as outputs from './outputs';

export * from './feeds';
export * from './hidden';
export * from './inputs';
export * from './outputs';

/** A tab whatever its record: enough to set it up and to describe it. */
export type AnyTab = Pick<Tab<unknown>, 'name' | 'role' | 'help'> & { readonly columns: object };

export const ALL_TABS: readonly AnyTab[] = [
  ...Object.values(inputs),
  ...Object.values(feeds),
  ...Object.values(outputs),
  ...Object.values(hidden),
];
