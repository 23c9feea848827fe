// What Set up did and found, as its dialog gets it.
import { type PrintedProblem, printedProblems } from '../../desk/log/report';
import type { DeskCheck } from '../../desk/setUp/deskChecks';
import type { AskedSetting } from '../../desk/setUp/essentials';
import type { SetUpReport } from '../../desk/setUp/setUpReport';
import type { Language } from '../../language/language';
import { print, printAll } from '../../language/print';

export type PrintedCheck = Pick<DeskCheck, 'name' | 'state'> & {
  readonly said: string;
  readonly todo: string | null;
};
export type PrintedSetting = Pick<AskedSetting, 'key' | 'value'> & { readonly meaning: string };

export type PrintedSetUp = Pick<SetUpReport, 'tabs' | 'sample' | 'user'> & {
  readonly upgrades: readonly string[];
  readonly problems: readonly PrintedProblem[];
  readonly checks: readonly PrintedCheck[];
  readonly asked: readonly PrintedSetting[];
};

export const printedSetUp = (report: SetUpReport, language: Language): PrintedSetUp => ({
  ...report,
  upgrades: printAll(report.upgrades, language),
  problems: printedProblems(report.problems, language),
  checks: report.checks.map((check) => ({
    ...check,
    said: print(check.said, language),
    todo: check.todo === null ? null : print(check.todo, language),
  })),
  asked: report.asked.map((setting) => ({ ...setting, meaning: print(setting.meaning, language) })),
});
