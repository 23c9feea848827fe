// The settings that Set up asks for: without them the desk writes to nobody and reaches nothing.
import { print } from '../../language/print';
import { readTable } from '../../sheets/read';
import { settingRows } from '../../sheets/settings';
import { settingsTab } from '../../sheets/tabs';
import type { Services } from '../services';

const ESSENTIAL = [
  'DESK_NAME',
  'TRADER_EMAILS',
  'OFFSHORE_EMAILS',
  'DESK_LANGUAGE',
  'auto_send',
  'TRADING_API_URL',
  'TRADING_API_SECRET',
  'EXECUTIONS_LEVEL',
  'ACCOUNT_ALIAS',
  'INAV_API_URL',
  'GOOGLE_CLOUD_PROJECT',
  'BIGQUERY_DATASET',
  'BIGQUERY_LOCATION',
];

export interface AskedSetting {
  readonly key: string;
  /** As it stands in the tab; blank means the default. */
  readonly value: string;
  readonly meaning: string;
}

export function askedSettings({ book }: Pick<Services, 'book'>): readonly AskedSetting[] {
  const { table } = readTable(settingsTab, book.read(settingsTab.name));
  const values = new Map(table.rows.map(({ value: { key, value } }) => [key, value ?? '']));
  const meanings = new Map(settingRows().map(({ key, meaning }) => [key, print(meaning, 'en')]));
  return ESSENTIAL.map((key) => ({ key, value: values.get(key) ?? '', meaning: meanings.get(key) ?? '' }));
}
