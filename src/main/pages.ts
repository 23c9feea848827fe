// What the dialogs, the sidebar and the blotter call by google.script.run, beside functions of day.ts and upkeep.ts.
// src/ui/pages/script.ts has the whole list, typed for the pages.

import { alone } from '../desk/alone';
import { readProgress } from '../desk/journal/progress';
import { printedTable } from '../desk/log/printedTable';
import { deskBlotter as blotter } from '../desk/look/deskBlotter';
import { deskOverview as overview } from '../desk/look/overview';
import { pulse } from '../desk/look/pulse';
import { bringBack, putAway as putAwayKeys, putAwayOn } from '../desk/look/putAway';
import { compareSettings as compare } from '../desk/person/compareSettings';
import { apply, preview } from '../desk/run/runner';
import { BULK_CHARACTERS } from '../desk/setUp/selfTestReport';
import type { SetUpWish } from '../desk/setUp/setUpReport';
import { dateOf } from '../domain/stamp';
import { selectCell, standOn } from '../google/dialogs';
import { createServices } from '../google/services';
import { setUpDesk as setUpWhole } from '../google/setUpDesk';
import { runner } from '../google/triggers';
import { print } from '../language/print';
import { chartsTab } from '../sheets/tabs';
import { deskLanguage } from '../stages/day/inputs';
import { type StageRequest, stageFrom } from '../stages/stages';
import { printedBlotter } from '../ui/doors/blotter';
import { keysGiven, requestGiven, setUpGiven } from '../ui/doors/given';
import { textGiven } from '../ui/doors/givenValues';
import { printedOverview } from '../ui/doors/overview';
import { shownPreview } from '../ui/doors/preview';
import { printedSetUp } from '../ui/doors/setUp';
import { RESULT_TABS } from '../ui/resultTabs';
import { answering, printing, running } from './answer';
import { history } from './day';
import { items } from './items';
import { onOpen } from './triggers';

/** `history` for the dialog that asks for the period; where the period has rows, the reader is then taken to the tab of charts. */
export const showPeriod = answering(
  (from: string | null, to: string | null): { readonly headline: string } => {
    const { headline, rows } = history(from, to);
    if (rows > 0) standOn(chartsTab.name);
    return { headline };
  },
);

/** What a stage would do. */
export const previewStage = printing((services, language, request: StageRequest) =>
  shownPreview(
    preview(services, stageFrom(requestGiven(request))),
    language(),
    putAwayOn(services, dateOf(services.now())),
  ),
);

/** Midday planned with other settings, beside one another; changes nothing. */
export const compareSettings = printing((services, language, request: StageRequest) =>
  compare(services, requestGiven(request)).map((table) => printedTable(table, language())),
);

/** Applies what was shown; another outcome than the one shown is not applied. */
export const applyStage = running((services, request: StageRequest, hash: string) => {
  const stage = stageFrom(requestGiven(request));
  const report = apply(services, stage, textGiven('hash', hash));
  if (report.status === 'applied') standOn(RESULT_TABS[stage.name]);
  return report;
});

/** The day as the tabs stand, for the sidebar: fetches nothing, so it may be asked often. */
export const deskOverview = printing((services) => {
  const day = overview(services, runner(services));
  return printedOverview(day, day.language);
});

/** The day on one screen: fetches nothing. */
export const deskBlotter = printing((services) => {
  const day = blotter(services);
  return printedBlotter(day, day.language);
});

/** Hides alerts and warnings for the rest of the day, by their keys; without keys all that was hidden is shown again. */
export const putAway = answering((given?: readonly string[]): void => {
  const keys = keysGiven(given);
  const services = createServices();
  alone(services, () => {
    if (keys.length === 0) bringBack(services.journal);
    else putAwayKeys(services, dateOf(services.now()), keys);
  });
});

/** What the run under way is doing; null when none is. */
export const deskProgress = printing((services, language): string | null => {
  const said = readProgress(services.journal, services.now());
  return said === null ? null : print(said, language());
});

/** For open pages that ask every few seconds: `mark` changes when anything has happened, `progress` says what a run is doing. Cheap. */
export const deskPulse = printing(
  (services, language): { readonly mark: string; readonly progress: string | null } => {
    const { mark, progress } = pulse(services);
    return { mark, progress: progress === null ? null : print(progress, language()) };
  },
);

/** Selects the cell that an error names. */
export const jumpTo = answering((tab: string, cell: string): void =>
  selectCell(textGiven('tab', tab), textGiven('cell', cell)),
);

/** Opens the preview of a stage, or the import, from a page. */
export const openStage = answering((request: StageRequest): void => {
  const asked = requestGiven(request);
  stageFrom(asked);
  items.preview(asked);
});
export const openImport = answering((): void => items.importFiles());

/** The same, with what the trader asked for, and a report on every connection. Another language is another menu. */
export const setUpDesk = answering((wish: SetUpWish) => {
  const asked = setUpGiven(wish);
  const report = setUpWhole(createServices, asked);
  if (asked.settings?.DESK_LANGUAGE !== undefined || report.tabs.length > 0) onOpen();
  return printedSetUp(report, deskLanguage(createServices()));
});

/** A large answer to a page. */
export const selfTestBulk = answering((): string => 'x'.repeat(BULK_CHARACTERS));
