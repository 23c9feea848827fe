// Keeps the page's workbook in step with the desk's: sends what is typed, shows what others change, in one order.
import type { Change, EditAnswer, Mutation, ToPage } from '../protocol';
import type { SheetApi } from './api';
import { PAGE_ID, postSurely } from './server';

export interface Step {
  seen(): number;
  show(message: Extract<ToPage, { kind: 'changes' }>): void;
  /** Resolves once everything typed has reached the desk. */
  sent(): Promise<void>;
  /** Resolves once the page shows every change up to this one. */
  shown(seq: number): Promise<void>;
  /** The book was fetched whole, as it stood after this change. */
  startFrom(seq: number): void;
}

interface Batch {
  readonly mutations: readonly Mutation[];
  /** The desk's number of its last change; null until the desk has it. */
  seq: number | null;
}

const SHARED = /^(sheet|data-validation)\.mutation\./;
const OWN = new Set(['sheet.mutation.set-worksheet-row-auto-height']);
const SET_VALUES = 'sheet.mutation.set-range-values';

export interface Around {
  /** Rows moved under what was typed: the book has to be fetched again. */
  readonly lost: () => Promise<void>;
  readonly offline: (is: boolean) => void;
  /** Whether what was done may stand. */
  readonly allows: (mutations: readonly Mutation[]) => Promise<boolean>;
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export function keepInStep(api: SheetApi, unit: string, { lost, offline, allows }: Around): Step {
  let seen = 0;
  let typed: Mutation[] = [];
  let batches: Batch[] = [];
  let sending: Promise<void> | null = null;
  let isTakingBack = false;
  let waiting: { readonly seq: number; readonly wake: () => void }[] = [];

  const send = async (): Promise<void> => {
    while (typed.length > 0) {
      const batch: Batch = { mutations: typed, seq: null };
      typed = [];
      if (!(await allows(batch.mutations))) {
        await takeBack();
        continue;
      }
      batches.push(batch);
      const body = { seen, mutations: batch.mutations };
      const answer = await postSurely<EditAnswer>('/edits', body, offline).catch(
        (): EditAnswer => ({ kind: 'conflict' }),
      );
      if (answer.kind === 'conflict') {
        batches = [];
        typed = [];
        await lost();
      } else {
        batch.seq = answer.seq;
        forget();
      }
    }
    sending = null;
  };

  /** What the reader does not want after all goes as it came, and nobody hears of it. */
  const takeBack = async (): Promise<void> => {
    isTakingBack = true;
    try {
      await api.undo();
    } finally {
      isTakingBack = false;
    }
  };

  const forget = (): void => {
    batches = batches.filter(({ seq }) => seq === null || seq > seen);
  };

  api.addEvent(api.Event.CommandExecuted, ({ id, params, options }) => {
    if (isTakingBack || options?.onlyLocal || options?.fromCollab || options?.fromFormula) return;
    if (!SHARED.test(id) || OWN.has(id) || params?.unitId !== unit) return;
    typed.push({ id, params });
    // Everything that one action changes leaves together.
    sending ??= Promise.resolve().then(send);
  });

  const carryOut = ({ id, params }: Mutation): void => {
    api.syncExecuteCommand(id, params, { fromCollab: true });
  };

  /** The desk has this change before what was typed here: so it must look here too. */
  const showForeign = (change: Change): void => {
    carryOut(change.mutation);
    const later = batches
      .filter(({ seq }) => seq === null || seq > change.seq)
      .flatMap((batch) => batch.mutations);
    for (const mutation of [...later, ...typed])
      if (mutation.id === SET_VALUES && change.mutation.id === SET_VALUES) carryOut(mutation);
  };

  const wake = (): void => {
    const woken = waiting.filter(({ seq }) => seq <= seen);
    waiting = waiting.filter(({ seq }) => seq > seen);
    for (const each of woken) each.wake();
  };

  return {
    seen: () => seen,
    show({ changes }) {
      for (const change of changes) {
        if (change.seq <= seen) continue;
        if (change.page !== PAGE_ID) showForeign(change);
        seen = change.seq;
      }
      forget();
      wake();
    },
    async sent() {
      while (sending) await sending;
    },
    shown: (seq) =>
      new Promise((resolve) => {
        waiting.push({ seq, wake: resolve });
        wake();
      }),
    startFrom(seq) {
      seen = seq;
      wake();
    },
  };
}
