// What each broker was told last of a day's allocation: a new version is written to those for whom it says something else.

import { brokersByName, type OpenInputs } from '../day/inputs';
import type { AllocationMark } from '../day/state';
import type { OutputFile } from '../outcome/outcome';
import { rowsOf } from './brokerFiles';
import type { DayAllocation } from './dayAllocation';

type ToldAs = NonNullable<AllocationMark['last']>;

export interface Addressed {
  /** Of the brokers that are told, or were told this version. */
  readonly files: readonly OutputFile[];
  readonly told: readonly string[];
  readonly last: ToldAs;
}

/** @param files of every broker that has anything to hear */
export function addressedBrokers(
  inputs: OpenInputs,
  { isNew, version, orders, open }: Pick<DayAllocation, 'isNew' | 'version' | 'orders' | 'open'>,
  files: readonly OutputFile[],
  digest: (text: string) => string,
): Addressed {
  const { allocation: before } = inputs.state;
  const known = before?.last ?? {};
  if (!isNew && before !== null)
    return {
      files: files.filter(({ folder }) => (known[folder]?.version ?? version) === version),
      ...{ told: before.told, last: known },
    };
  const says = new Map(
    brokersByName(inputs).map((broker) => {
      const rows = rowsOf(orders, broker);
      const left = open.filter((each) => each.broker === broker.name);
      return [broker.name, digest(JSON.stringify([rows, left]))];
    }),
  );
  const news = files.filter(({ folder }) => known[folder]?.says !== says.get(folder));
  const told = [...new Set([...(before?.told ?? []), ...news.map(({ folder }) => folder)])].sort();
  const fresh = news.map(({ folder }) => [folder, { version, says: says.get(folder) ?? '' }] as const);
  return { files: news, told, last: { ...known, ...Object.fromEntries(fresh) } };
}
