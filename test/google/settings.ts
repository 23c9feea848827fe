// The settings of a desk, with what a test says differently.
import { readSettings, type Settings } from '../../src/sheets/settings';

export const settingsWith = (change: Partial<Settings> = {}): Settings => ({
  ...readSettings({ tab: 'settings', columns: {}, rows: [] }).settings,
  ...change,
});
