// Runs a stage as the desk does and reads its report in English, a line a problem: what most tests look at.
import type { RunReport } from '../../src/desk/log/report';
import * as runner from '../../src/desk/run/runner';
import type { Services } from '../../src/desk/services';
import type { Stage } from '../../src/stages/stages';
import { said, texts } from './said';

export type ReadReport = Omit<RunReport, 'headline' | 'problems' | 'warnings'> & {
  readonly headline: string;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
};

export const readReport = (report: RunReport): ReadReport => ({
  ...report,
  headline: said(report.headline),
  problems: texts(report.problems),
  warnings: texts(report.warnings),
});

export const apply = (services: Services, stage: Stage, expected: string | null = null): ReadReport =>
  readReport(runner.apply(services, stage, expected));
