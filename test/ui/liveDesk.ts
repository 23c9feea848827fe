// A whole desk in memory behind the pages: what main.ts would answer, without Apps Script.

import { deskOverview } from '../../src/desk/look/overview';
import { stageFrom } from '../../src/desk/request';
import { readProgress } from '../../src/desk/run/progress';
import { preview } from '../../src/desk/run/runner';
import { importBook } from '../../src/desk/setUp/importBook';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { workedDay } from '../fixtures/workedDay';
import type { Answers } from './browser';

export interface LiveDesk {
  readonly desk: MemoryDesk;
  readonly answers: Required<Answers>;
  /** What the pages asked the spreadsheet to show. */
  readonly shown: unknown[];
}

export function liveDesk(desk: MemoryDesk = workedDay()): LiveDesk {
  const shown: unknown[] = [];
  const { services } = desk;
  return {
    desk,
    shown,
    answers: {
      previewStage: (request) => preview(services, stageFrom(request)),
      applyStage: (request, hash) => apply(services, stageFrom(request), hash),
      importFiles: (funds, trades) => importBook(services, funds, trades),
      deskOverview: () => deskOverview(services, desk.properties.get('schedule-runner') ?? null),
      deskProgress: () => readProgress(services.journal, services.now()),
      jumpTo: (tab, cell) => void shown.push([tab, cell]),
      openStage: (request) => void shown.push(request),
      openImport: () => void shown.push('import'),
      setUpDesk: (wish) => {
        shown.push(wish);
        return { tabs: [], upgrades: [], sample: null, problems: [], checks: [], asked: [], user: '' };
      },
    },
  };
}
