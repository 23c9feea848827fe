// The settings that Set up asks for: without them the desk writes to nobody and reaches nothing.
import type { Message } from '../../language/message';
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
  readonly meaning: Message;
}

export function askedSettings({ book }: Pick<Services, 'book'>): readonly AskedSetting[] {
  const { table } = readTable(settingsTab, book.read(settingsTab.name));
  const values = new Map(table.rows.map(({ value: { key, value } }) => [key, value ?? '']));
  return settingRows()
    .filter(({ key }) => ESSENTIAL.includes(key))
    .sort((a, b) => ESSENTIAL.indexOf(a.key) - ESSENTIAL.indexOf(b.key))
    .map(({ key, meaning }) => ({ key, value: values.get(key) ?? '', meaning }));
}
