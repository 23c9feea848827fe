// A whole desk in memory behind the pages: what main.ts would answer, without Apps Script.

import { readProgress } from '../../src/desk/journal/progress';
import { printedTable } from '../../src/desk/log/printedTable';
import { printedReport } from '../../src/desk/log/report';
import { deskBlotter } from '../../src/desk/look/deskBlotter';
import { deskOverview } from '../../src/desk/look/overview';
import { pulse } from '../../src/desk/look/pulse';
import { bringBack, putAway, putAwayOn } from '../../src/desk/look/putAway';
import { refreshNow } from '../../src/desk/look/refreshNow';
import { compareSettings } from '../../src/desk/person/compareSettings';
import { overrideUnits } from '../../src/desk/person/overrideUnits';
import { apply, preview } from '../../src/desk/run/runner';
import { importBook, previewImport } from '../../src/desk/setUp/importBook';
import { undoImport } from '../../src/desk/setUp/undoImport';
import type { Language } from '../../src/language/language';
import { print } from '../../src/language/print';
import { stageFrom } from '../../src/stages/stages';
import { printedBlotter, printedRefresh } from '../../src/ui/doors/blotter';
import { printedImport, printedImportPreview, printedUndo } from '../../src/ui/doors/import';
import { printedOverview } from '../../src/ui/doors/overview';
import { shownPreview } from '../../src/ui/doors/preview';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { workedDay } from '../fixtures/workedDay';
import type { Answers } from './browser';

export interface LiveDesk {
  readonly desk: MemoryDesk;
  readonly answers: Required<Answers>;
  /** What the pages asked the spreadsheet to show. */
  readonly shown: unknown[];
  /** What the desk speaks: its pages are opened in the same language. */
  language: Language;
}

export function liveDesk(desk: MemoryDesk = workedDay()): LiveDesk {
  const shown: unknown[] = [];
  const { services } = desk;
  const live: LiveDesk = {
    desk,
    shown,
    language: 'en',
    answers: {
      previewStage: (request) =>
        shownPreview(
          preview(services, stageFrom(request)),
          live.language,
          putAwayOn(services, desk.world.now.slice(0, 10)),
        ),
      applyStage: (request, hash) => printedReport(apply(services, stageFrom(request), hash), live.language),
      compareSettings: (request) =>
        compareSettings(services, request).map((table) => printedTable(table, live.language)),
      overrideUnits: (wanted) => print(overrideUnits(services, wanted), live.language),
      previewImport: (fundsJson, tradesCsv) =>
        printedImportPreview(previewImport(services, { fundsJson, tradesCsv }), live.language),
      importFiles: (fundsJson, tradesCsv, hash) =>
        printedImport(importBook(services, { fundsJson, tradesCsv }, hash), live.language),
      undoImport: (meant) => printedUndo(undoImport(services, meant), live.language),
      deskOverview: () =>
        printedOverview(
          deskOverview(services, desk.properties.get('schedule-runner') ?? null),
          live.language,
        ),
      menuSetUp: () => void shown.push('set up'),
      menuBlotter: () => void shown.push('blotter'),
      deskBlotter: () => printedBlotter(deskBlotter(services), live.language),
      refreshExecutions: () => printedRefresh(refreshNow(services), live.language),
      putAway: (keys) =>
        keys.length === 0
          ? bringBack(services.journal)
          : putAway(services, desk.world.now.slice(0, 10), keys),
      deskProgress: () => {
        const said = readProgress(services.journal, services.now());
        return said === null ? null : print(said, live.language);
      },
      deskPulse: () => {
        const { mark, progress } = pulse(services);
        return { mark, progress: progress === null ? null : print(progress, live.language) };
      },
      jumpTo: (tab, cell) => void shown.push([tab, cell]),
      openStage: (request) => void shown.push(request),
      openImport: () => void shown.push('import'),
      showPeriod: () => ({ headline: '' }),
      selfTest: () => ({ items: [], left: [], text: '' }),
      selfTestBulk: () => '',
      setUpDesk: (wish) => {
        shown.push(wish);
        return { tabs: [], upgrades: [], sample: null, problems: [], checks: [], asked: [], user: '' };
      },
    },
  };
  return live;
}
