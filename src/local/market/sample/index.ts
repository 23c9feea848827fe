// The invented sample book: the desk's two files as administrators and managers send them, and the tabs beside them.
// Every fund, person and CNPJ in it is made up; so are brokers, administrators and their addresses. The exchange's
// participants have numbers: a broker's code that begins with X is nobody's.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'papaparse';
import type { BrokerDesk } from '../instructions';

/** The tabs that the sample fills before anything is imported, header row first. */
export const SAMPLE_TABS = ['etfs', 'brokers', 'holdings', 'settings'] as const;
export type SampleTab = (typeof SAMPLE_TABS)[number];

export interface SampleBook {
  readonly fundsJson: string;
  readonly tradesCsv: string;
  /** What only the desk knows of its funds, by CNPJ: it goes into fund-stats after the import. */
  readonly fundsMoney: readonly (readonly string[])[];
  readonly tabs: Readonly<Record<SampleTab, readonly (readonly string[])[]>>;
}

export function readSample(dir: string): SampleBook {
  const read = (name: string): string => readFileSync(join(dir, name), 'utf8');
  const table = (name: string): readonly (readonly string[])[] => {
    const { data, errors } = parse<string[]>(read(name), { delimiter: ',', skipEmptyLines: true });
    const [broken] = errors;
    if (broken) throw new Error(`${name}, row ${(broken.row ?? 0) + 1}: ${broken.message}`);
    return data;
  };
  const tab = (name: SampleTab) => table(`${name}.csv`);
  return {
    fundsJson: read('funds.json'),
    tradesCsv: read('trades.csv'),
    fundsMoney: table('funds-money.csv'),
    tabs: {
      etfs: tab('etfs'),
      brokers: tab('brokers'),
      holdings: tab('holdings'),
      settings: tab('settings'),
    },
  };
}

/** The brokers tab as the simulator needs it, whatever the order of its columns. */
export function brokerDesks(rows: readonly (readonly unknown[])[]): readonly BrokerDesk[] {
  const [header = [], ...body] = rows;
  const cell = (row: readonly unknown[], name: string): string =>
    String(row[header.indexOf(name)] ?? '').trim();
  const list = (text: string): readonly string[] =>
    text
      .split(/[;,\n]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  return body
    .filter((row) => cell(row, 'name') !== '')
    .map((row) => ({
      name: cell(row, 'name'),
      emails: list(cell(row, 'emails')),
      accountCodes: list(cell(row, 'account_codes')),
    }));
}
