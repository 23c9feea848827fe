// The desk of a random day: the stages on services in memory, with the add-on's own readers of both feeds. All that a day
// knows of the product goes through `DeskParts`, so that the same days can be played on another version of it.

import { currentStatus } from '../../src/desk/look/currentStatus';
import { acceptOdd } from '../../src/desk/person/accept';
import { apply, preview } from '../../src/desk/run/runner';
import { fetchQuotes } from '../../src/google/inavApi';
import { fetchFills } from '../../src/google/tradingApi';
import { settingRows } from '../../src/sheets/settings';
import type { CancelWish } from '../../src/stages/cancelScope';
import {
  adjustmentCycle,
  finalAllocation,
  initialOrders,
  iterations,
  primaryUnits,
  type StageRequest,
  stageFrom,
} from '../../src/stages/stages';
import { type MemoryDesk, memoryDesk } from '../fakes/memoryDesk';
import { said } from '../fakes/said';
import { installPlatform } from './platform';
import type { Cells, DeskParts, PlayedDesk, SavedRows, WebAnswer } from './types';

/** What happens around a call of a function: nothing, unless somebody wants it to. */
export type Around = (desk: MemoryDesk, services: MemoryDesk['services'], call: () => unknown) => unknown;

export const ownParts: DeskParts = {
  name: 'this version',
  open: (answer) => openParts(answer, (_desk, _services, call) => call()),
};

export function openParts(answer: (path: string) => WebAnswer, around: Around): PlayedDesk {
  const desk = memoryDesk();
  const saved: SavedRows[] = [];
  installPlatform(answer);
  const services: typeof desk.services = {
    ...desk.services,
    feeds: (settings) => ({
      executions: (date, accounts, known) => fetchFills(settings, date, accounts, { known }),
      earlier: () => null,
      quotes: (assets, now, holidays) => fetchQuotes(settings, assets, now, holidays),
    }),
    warehouse: () => ({
      save: (_run, saves) => {
        for (const { table, columns, rows } of saves)
          saved.push({ table, rows: [...rows].map((row) => named(columns, row)) });
      },
      log: () => {},
    }),
  };
  const functions: Readonly<Record<string, (args: readonly unknown[]) => unknown>> = {
    runInitialOrders: () => apply(services, initialOrders()),
    runPrimaryCalculation: ([family]) => apply(services, primaryUnits(String(family ?? 'all'), null)),
    runAdjustmentCycle: ([maximum]) => apply(services, adjustmentCycle(iterations(maximum))),
    cancelOrders: ([wish]) => {
      const asked: CancelWish = Object.assign({}, wish);
      return apply(services, stageFrom({ ...asked, stage: 'cancel' }));
    },
    completeAdjustmentWorkflow: () => apply(services, finalAllocation()),
    checkAdjustmentStatus: () => currentStatus(services, () => {}),
    acceptOdd: ([odd]) =>
      said(acceptOdd(services, Object.assign({ code: '', subject: '', reason: '' }, odd))),
    previewStage: ([asked]) => preview(services, stageFrom(request(asked))),
    applyStage: ([asked, hash]) => apply(services, stageFrom(request(asked)), String(hash)),
  };
  return {
    saved,
    mails: () => desk.mails.length,
    setClock: (now) => {
      desk.world.now = now;
    },
    settingKeys: settingRows().map(({ key }) => key),
    fill: (tab, rows) => desk.book.fill(tab, rows),
    records: (tab) => desk.book.records(tab),
    call: (name, args) => {
      const called = functions[name];
      if (called === undefined) throw new Error(`no function ${name}`);
      return around(desk, services, () => called(args));
    },
  };
}

const request = (asked: unknown): StageRequest => Object.assign({ stage: '' }, asked);

const named = (columns: readonly { readonly name: string }[], row: readonly unknown[]): Cells =>
  Object.fromEntries(
    columns.map(({ name }, at) => {
      const value = row[at];
      return [
        name,
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null,
      ];
    }),
  );
