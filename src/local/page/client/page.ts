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
import { showCharts } from './charts';
import { openClock } from './clock';
import { byId, reasonOf } from './dom';
import { guardFocus } from './focus';
import { openFrames } from './frames';
import { showMenus } from './menu';
import { openQuestions } from './questions';
import { hear, post } from './server';
import { endTyping, lookAt, selectedCells, showBook, shownTab, startSheet, whenDrawn } from './sheet';
import { keepInStep } from './step';
import { toast } from './toast';
import { words } from './words';

const book = byId('book');
guardFocus(book);
const { api, locale } = startSheet(book);
const drawn = whenDrawn(api);
const questions = openQuestions();
const charts = showCharts(api, book);
const running = byId('running');
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
  void drawn.then(() => charts.show(opening.charts));
  return opening;
}

const opened = open();

async function start(): Promise<void> {
  const opening = await opened;
  const clock = openClock((winding) => void wind(winding));
  clock.show(opening.clock);
  locale.setYear(yearOf(opening.clock));

  const again = async (): Promise<void> => {
    const { seq } = await open();
    step.startFrom(seq);
  };
  const step = keepInStep(
    api,
    String(api.getActiveWorkbook()?.getId()),
    async () => {
      await again();
      toast(words.notEntered.title, words.notEntered.text);
    },
    offline,
  );
  step.startFrom(opening.seq);

  const call = async (fn: string, args: readonly unknown[]): Promise<CallAnswer> => {
    try {
      await endTyping(api);
      await step.sent();
      const body: Call = { fn, args, sheet: shownTab(api), selected: selectedCells(api) };
      const answer = await post<CallAnswer>('/call', body);
      await step.shown(answer.seq);
      return answer;
    } catch (error) {
      return { ok: false, message: reasonOf(error), seq: step.seen() };
    }
  };
  const frames = openFrames(call, () => book.focus());

  let calls = 0;
  const say = (): void => {
    if (calls === 0 && !offlineSince) running.textContent = '';
  };
  showMenus(opening.menus, async (fn, label) => {
    calls += 1;
    running.textContent = words.running(label.replace(/…$/, ''));
    const answer = await call(fn, []);
    calls -= 1;
    say();
    if (!answer.ok) questions.say(label.replace(/…$/, ''), answer.message);
  });

  const wind = async (winding: Winding): Promise<void> => {
    await endTyping(api);
    await step.sent();
    const answer = await post<WindingAnswer>('/clock', winding).catch((error) => ({
      message: reasonOf(error),
      seq: 0,
    }));
    await step.shown(answer.seq);
    if (answer.message !== null) toast(words.winding.title, answer.message);
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
      case 'look':
        void drawn.then(() => lookAt(api, message.sight));
        break;
      case 'clock':
        clock.show(message.clock);
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
        toast(message.title, message.text);
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
  }
}
window.deskSheet = api;
