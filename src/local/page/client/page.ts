// The page: fetches the book, shows it, and joins sheet, menus, dialogs, charts and clock to the desk.
import type {
  Answered,
  Call,
  CallAnswer,
  Clockface,
  Opening,
  ToPage,
  Winding,
  WindingAnswer,
} from '../protocol';
import { dressBlankCells } from './blankCells';
import { showCharts } from './charts';
import { openClock } from './clock';
import { byId, reasonOf } from './dom';
import { guardFocus } from './focus';
import { openFrames } from './frames';
import { openGuard } from './guard';
import { showMenus } from './menu';
import { openQuestions } from './questions';
import { drawFilters, rowsDeed, rowsMenu } from './rows';
import { hear, post } from './server';
import {
  endTyping,
  lookAt,
  selectedCells,
  showBook,
  shownTab,
  speakSheet,
  startSheet,
  whenDrawn,
} from './sheet';
import { keepInStep } from './step';
import { toast } from './toast';
import { speak, words } from './words';

const book = byId('book');
const focusSheet = guardFocus(book, () => focus());
const { api, locale, focus, measure } = startSheet(book);
const drawn = whenDrawn(api);
drawFilters(api, measure);
dressBlankCells(api);
const questions = openQuestions();
const charts = showCharts(api, book);
const running = byId('running');
const guard = openGuard(
  (title, text) =>
    new Promise((resolve) => {
      const question = { id: crypto.randomUUID(), title, text, buttons: 'OK_CANCEL', prompt: false } as const;
      questions.ask(question, (button) => {
        resolve(button === 'OK');
        focusSheet();
      });
    }),
);
let offlineSince = false;

const yearOf = (face: Clockface): number => Number(face.saoPaulo.slice(0, 4));

function offline(is: boolean): void {
  if (is === offlineSince) return;
  offlineSince = is;
  document.body.classList.toggle('offline', is);
  running.textContent = is ? words.offline : '';
}

async function open(): Promise<Opening> {
  const opening = await post<Opening>('/open', {});
  showBook(api, opening.book);
  locale.show(opening.locale);
  guard.show(opening.protections);
  void drawn.then(() => charts.show(opening.charts));
  return opening;
}

const opened = open();

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one life: what is opened, used and closed together
async function start(): Promise<void> {
  const opening = await opened;
  let clock = openClock((winding) => void wind(winding));
  let face = opening.clock;
  clock.show(face);
  let { menus } = opening;
  locale.setYear(yearOf(opening.clock));

  const again = async (): Promise<void> => {
    const { seq } = await open();
    step.startFrom(seq);
  };
  const step = keepInStep(api, String(api.getActiveWorkbook()?.getId()), {
    async lost() {
      await again();
      toast(words.notEntered);
    },
    offline,
    allows: guard.allows,
  });
  step.startFrom(opening.seq);

  const call = async (fn: string, args: readonly unknown[]): Promise<CallAnswer> => {
    try {
      // A page that asks by itself, as a sidebar's beat does, takes nobody's cell away: half an amount would be entered.
      if (!byId('book').contains(document.activeElement)) await endTyping(api);
      await step.sent();
      const body: Call = { fn, args, sheet: shownTab(api), selected: selectedCells(api) };
      const answer = await post<CallAnswer>('/call', body);
      await step.shown(answer.seq);
      return answer;
    } catch (error) {
      return { ok: false, message: reasonOf(error), seq: step.seen() };
    }
  };
  const frames = openFrames(call, focusSheet);

  let calls = 0;
  const say = (): void => {
    if (calls === 0 && !offlineSince) running.textContent = '';
  };
  const choose = async (fn: string, label: string): Promise<void> => {
    if (rowsDeed(api, fn, focusSheet)) return;
    calls += 1;
    running.textContent = words.running(label.replace(/…$/, ''));
    await endTyping(api);
    const answer = await call(fn, []);
    calls -= 1;
    say();
    if (!answer.ok) questions.say(label.replace(/…$/, ''), answer.message);
  };
  const drawMenus = (): void => showMenus([...menus, rowsMenu()], (fn, label) => void choose(fn, label));
  drawMenus();
  /** All that the page itself says, at once; the script's own pages say it anew when they are opened. */
  const speakOn = (language: string): void => {
    speak(language);
    speakSheet(api);
    byId('clock').setAttribute('aria-label', words.clock);
    byId('menus').setAttribute('aria-label', words.menus);
    byId('book').setAttribute('aria-label', words.workbook);
    document.querySelector('#sidebar .close')?.setAttribute('aria-label', words.close.sidebar);
    document.querySelector('dialog.framed .close')?.setAttribute('aria-label', words.close.dialog);
    clock = openClock((winding) => void wind(winding));
    clock.show(face);
    drawMenus();
    if (offlineSince) running.textContent = words.offline;
  };

  const wind = async (winding: Winding): Promise<void> => {
    await endTyping(api);
    await step.sent();
    const answer = await post<WindingAnswer>('/clock', winding).catch((error) => ({
      message: reasonOf(error),
      seq: 0,
    }));
    await step.shown(answer.seq);
    if (answer.message !== null) toast({ title: words.winding.title, text: answer.message });
  };

  const told = (message: ToPage): void => {
    switch (message.kind) {
      case 'changes':
        step.show(message);
        break;
      case 'reset':
        void again();
        break;
      case 'locale':
        locale.show(message.locale);
        break;
      case 'charts':
        void drawn.then(() => charts.show(message.charts));
        break;
      case 'protections':
        guard.show(message.protections);
        break;
      case 'look':
        void drawn.then(() => lookAt(api, message.sight));
        break;
      case 'language':
        speakOn(message.language);
        break;
      case 'menus':
        menus = message.menus;
        drawMenus();
        break;
      case 'clock':
        face = message.clock;
        clock.show(face);
        locale.setYear(yearOf(message.clock));
        break;
      case 'ask': {
        const { id } = message.question;
        questions.ask(message.question, (button, text) => {
          const answer: Answered = { id, button, text };
          void post('/answer', answer);
        });
        break;
      }
      case 'withdraw':
        questions.withdraw(message.id);
        break;
      case 'dialog':
        frames.showDialog(message.frame);
        break;
      case 'sidebar':
        frames.showSidebar(message.frame);
        break;
      case 'toast':
        frames.endsWithDialog(toast(message));
        break;
      case 'hello':
        void drawn.then(() => {
          const isFirst = document.body.dataset.ready === undefined;
          document.body.dataset.ready = 'true';
          if (isFirst && opening.first !== null) void call(opening.first, []);
        });
    }
  };
  void hear(step.seen, told, offline);
}

start().catch((error) => questions.say(words.doesNotOpen, reasonOf(error)));

declare global {
  interface Window {
    /** For tests: cells are a canvas, and this is how they are read. */
    deskSheet: typeof api;
    /** And this is how they get the keyboard. */
    deskFocus: typeof focusSheet;
  }
}
window.deskSheet = api;
window.deskFocus = focusSheet;
