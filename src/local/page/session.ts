// What the page's server does for its pages: the book's changes both ways, calls of the script, questions, the clock.
import type { ServerResponse } from 'node:http';
import type { ChartSpec, Clock, Host, Seat } from '../host';
import { answerOf, callOf, editsOf, windingOf } from './bodies';
import type { Frames } from './frames';
import { sendable, watchBook } from './order';
import { openPage } from './pages';
import { plainValue } from './plainValue';
import type { Call, CallAnswer, EditAnswer, Edits, Opening, ToPage } from './protocol';
import type { Screen } from './screen';
import { cellValue, typedCells } from './typing';
import { windingHand } from './winding';
import { wordsFor } from './words';

export interface Session {
  /** What the page itself says, such as pt-BR. */
  language(): string;
  attach(page: string, seen: number, response: ServerResponse): void;
  /** The JSON answer to what a page posts; undefined for an unknown path. */
  answer(path: string, page: string, body: unknown): Promise<string | undefined>;
  close(): void;
}

interface SessionOptions {
  readonly screen: Screen;
  readonly nextStep?: () => Promise<string | null>;
  /** What the page itself says, such as pt-BR: the spreadsheet's, unless its script speaks another. */
  readonly language?: () => Promise<string>;
  readonly first?: string;
}

/** An edit is on disk this long after the last keystroke. */
const SAVE_AFTER_MS = 400;

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
export async function openSession(
  desk: Host,
  clock: Clock,
  frames: Frames,
  {
    screen,
    nextStep = async () => null,
    first,
    language = async () => desk.book.inner.place.locale,
  }: SessionOptions,
): Promise<Session> {
  const { inner: book } = desk.book;
  let spoken = await language();
  let menus = '';
  const pages = new Map<string, ReturnType<typeof openPage>>();
  const tellAll = (message: ToPage): void => {
    for (const page of pages.values()) page.tell(message);
  };
  let saving: NodeJS.Timeout | undefined;
  let charts: readonly ChartSpec[] = book.extras.charts;
  let { protections } = book.extras;
  let { locale } = book.place;
  let clockface = '';

  const order = watchBook(desk.engine, book, (change) => {
    for (const page of pages.values()) page.change(change);
  });
  screen.everybody(() => pages.values());
  const seats = new Map<string, Seat>();
  /** Of whoever calls from a page: what the script shows them appears there, also when the page has connected anew. */
  const seatOf = (id: string): Seat => {
    const seat: Seat = seats.get(id) ?? {
      ui: screen.at(() => pages.get(id) ?? null),
      look(shown, sight) {
        if (shown === book.id) pages.get(id)?.tell({ kind: 'look', sight });
      },
    };
    seats.set(id, seat);
    return seat;
  };
  const hand = windingHand(
    desk,
    clock,
    () => wordsFor(spoken).winding,
    nextStep,
    () => tellFace(),
  );
  /** What is kept beside the cells is no change of the engine: it is compared. */
  const tellRest = (): void => {
    if (book.extras.charts !== charts) {
      charts = book.extras.charts;
      tellAll({ kind: 'charts', charts });
    }
    if (book.extras.protections !== protections) {
      protections = book.extras.protections;
      tellAll({ kind: 'protections', protections });
    }
    if (book.place.locale !== locale) {
      locale = book.place.locale;
      tellAll({ kind: 'locale', locale });
    }
    tellFace();
    void followLanguage();
  };
  /** The script builds its menus in its own language when the book is opened: it opens anew in another. */
  const followLanguage = async (): Promise<void> => {
    const next = await language();
    if (next !== spoken) {
      spoken = next;
      for (const failure of await desk.events.opened()) console.error(failure);
      tellAll({ kind: 'language', language: spoken });
    }
    if (JSON.stringify(desk.menu()) === menus) return;
    menus = JSON.stringify(desk.menu());
    tellAll({ kind: 'menus', menus: desk.menu() });
  };
  const tellFace = (): void => {
    const face = hand.face();
    if (JSON.stringify(face) === clockface) return;
    clockface = JSON.stringify(face);
    tellAll({ kind: 'clock', clock: face });
  };
  for (const failure of await desk.events.opened()) console.error(failure);
  menus = JSON.stringify(desk.menu());

  /** Formulas take a while: what was typed is noted at once, their results with the next change. */
  const saveSoon = (): void => {
    clearTimeout(saving);
    saving = setTimeout(() => {
      desk.save().catch((error) => console.error(error));
    }, SAVE_AFTER_MS);
  };

  /** The script hears of it when the cells have changed; nobody waits for what it does then. */
  const take = (page: string, edits: Edits): EditAnswer => {
    const cells = desk.events.hearsEdits() ? edits.mutations.flatMap((each) => typedCells(each) ?? []) : [];
    const before = cells.map((each) => cellValue(book, each));
    const answer = order.take(page, edits);
    if (answer.kind === 'taken')
      cells.forEach((each, at) => {
        const edit = { ...each, value: cellValue(book, each), oldValue: before[at] };
        void desk.events.edited(edit, seatOf(page)).then((failures) => {
          for (const text of failures) tellAll({ kind: 'toast', title: '', text });
          tellRest();
        });
      });
    return answer;
  };

  const opening = (): Opening => ({
    seq: order.seq(),
    name: desk.book.name,
    book: book.univer.save(),
    locale: book.place.locale,
    menus: desk.menu(),
    charts: book.extras.charts,
    protections: book.extras.protections,
    clock: hand.face(),
    first: first !== undefined && desk.functions().includes(first) ? first : null,
  });

  const call = async (pageId: string, { fn, args, sheet, selected }: Call): Promise<CallAnswer> => {
    const page = pages.get(pageId);
    if (page) page.calls += 1;
    const seat = seatOf(pageId);
    if (sheet !== null && book.sheets().some((each) => each.getSheetId() === sheet)) {
      book.select(book.sheet(sheet), selected, seat);
    }
    try {
      if (fn.endsWith('_') || !desk.functions().includes(fn))
        throw new Error(`Script function not found: ${fn}`);
      const { value } = await desk.call(fn, args, { seat });
      return { ok: true, value: plainValue(value, fn), seq: order.seq() };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, message, seq: order.seq() };
    } finally {
      if (page) {
        page.calls -= 1;
        if (page.calls === 0) screen.withdraw(page);
        page.flush();
      }
      tellRest();
    }
  };

  return {
    language: () => spoken,
    attach(id, seen, response) {
      const page = openPage(id, response, frames);
      pages.set(id, page);
      page.tell({ kind: 'hello' });
      const missed = order.since(seen);
      if (missed === null) page.tell({ kind: 'reset' });
      else for (const change of missed) page.change(change);
      page.tell({ kind: 'clock', clock: hand.face() });
      page.tell({ kind: 'charts', charts: book.extras.charts });
      page.tell({ kind: 'protections', protections: book.extras.protections });
      response.on('close', () => {
        if (pages.get(id) !== page) return;
        pages.delete(id);
        seats.delete(id);
        screen.withdraw(page);
      });
    },
    async answer(path, page, body) {
      switch (path) {
        case '/open':
          return sendable(opening());
        case '/edits': {
          const answer = take(page, editsOf(body, book.id));
          // Whoever reads that it was taken may rely on it.
          desk.sync();
          saveSoon();
          void followLanguage();
          return JSON.stringify(answer);
        }
        case '/call':
          return JSON.stringify(await call(page, callOf(body)));
        case '/answer':
          screen.answer(answerOf(body));
          return '{}';
        case '/clock': {
          const answer = await hand.wind(windingOf(body));
          tellRest();
          return JSON.stringify({ ...answer, seq: order.seq() });
        }
        default:
          return undefined;
      }
    },
    close() {
      clearTimeout(saving);
      order.close();
      screen.everybody(() => []);
    },
  };
}
