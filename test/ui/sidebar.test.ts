// The desk at a glance in a real browser, as the worked day goes by.
import { expect } from '@jest/globals';
import { writeProgress } from '../../src/desk/journal/progress';
import { deskOverview } from '../../src/desk/look/overview';
import { msg } from '../../src/language/message';
import { finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { printedOverview } from '../../src/ui/doors/overview';
import { inTurn } from '../effort';
import { apply } from '../fakes/run';
import { ALFA, AT, DATE, MIDDAY_FILL, trade, workedDay } from '../fixtures/workedDay';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import { seriousFindings } from './axe';
import { type Desktop, type OpenPage, openDesktop, type PageOptions } from './browser';
import { type LiveDesk, liveDesk } from './liveDesk';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await openDesktop();
});
afterAll(() => desktop.close());

const open = async (
  live: LiveDesk,
  { language = 'en', ...more }: Partial<PageOptions> = {},
): Promise<OpenPage> => {
  live.language = language;
  const opened = await desktop.open('Sidebar', { language, answers: live.answers, ...more });
  await opened.page.locator('#timeline li').first().waitFor();
  return opened;
};

const at = (live: LiveDesk, time: string): LiveDesk => {
  live.desk.world.now = `${DATE}T${time}:00`;
  return live;
};

const morning = () => at(liveDesk(), '09:00');

/** Units are decided, R$ 194,000 too much; Final allocation was tried too early. */
const afternoon = () => {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  apply(desk.services, primaryUnits('nasdaq', true));
  apply(desk.services, finalAllocation());
  return at(liveDesk(desk), '16:45');
};

/** As somebody comes back to the spreadsheet. */
const comeBack = (page: OpenPage['page']) => page.evaluate(() => window.dispatchEvent(new Event('focus')));

describe('the timeline', () => {
  it('has every step with its sign in words and its time', async () => {
    const { page } = await open(afternoon());
    const steps = await page.locator('#timeline li').allTextContents();
    expect(steps).toEqual([
      'Initial orders: done10:15',
      'Primary units: nasdaq: done12:30',
      'Adjustment cycle: due nowdue now',
      'Final allocation: planned18:35',
    ]);
    expect(await page.locator('[aria-current=step]').textContent()).toContain('Adjustment cycle');
  });

  it('follows the day when somebody comes back to it', async () => {
    const live = at(liveDesk(), '10:20');
    const { page } = await open(live);
    await page.getByText('Targets stand here once').waitFor();
    apply(live.desk.services, initialOrders());
    await comeBack(page);
    await page.getByText('Initial orders: done').waitFor();
    await page.getByRole('button', { name: 'HASH11 buy' }).waitFor();
  });
});

describe('the next step', () => {
  it('opens with one click when it is due', async () => {
    const live = at(liveDesk(), '10:20');
    const { page } = await open(live);
    await page.getByRole('button', { name: 'Open Initial orders' }).click();
    expect(live.shown).toEqual([{ stage: 'initial' }]);
  });

  it('may be looked at before its time, which stands beside it', async () => {
    const { page } = await open(morning());
    await page.getByRole('button', { name: 'Look at Initial orders now' }).waitFor();
    expect(await page.locator('#next').textContent()).toContain('due at 10:15');
  });

  it('has its reason in place of a button while it would be refused', async () => {
    const live = at(liveDesk(), '10:20');
    apply(live.desk.services, initialOrders());
    const { page } = await open(at(live, '18:05'));
    await page.locator('#not-yet').waitFor();
    expect(await page.locator('#not-yet').textContent()).toContain('18:15');
    expect(await page.locator('#next').textContent()).toContain('Final allocation');
    expect(await page.locator('#step').count()).toBe(0);
  });

  it('is to set up a book that is empty, whatever else it lacks', async () => {
    const live = morning();
    live.desk.book.tabs.clear();
    const { page } = await open(live);
    await page.getByText('This book is empty').waitFor();
    expect(await page.locator('#trouble').textContent()).toBe('');
    await page.getByRole('button', { name: 'Set up' }).click();
    expect(live.shown).toEqual(['set up']);
  });

  it('is to import files while there is nothing to trade', async () => {
    const live = morning();
    live.desk.book.fill('daily-trades', []);
    const { page } = await open(live);
    await page.getByText('daily-trades is empty').waitFor();
    await page.getByRole('button', { name: 'Import files' }).click();
    expect(live.shown).toEqual(['import']);
  });
});

describe('cancelling', () => {
  it('is at hand while orders are worked, and opens its dialog', async () => {
    const live = afternoon();
    const { page } = await open(live);
    await page.getByRole('button', { name: 'Cancel orders' }).click();
    expect(live.shown).toEqual([{ stage: 'cancel' }]);
  });

  it('is not offered before the day is open, nor after the close', async () => {
    for (const live of [morning(), at(afternoon(), '17:56')]) {
      const { page } = await open(live);
      expect(await page.getByRole('button', { name: 'Cancel orders' }).count()).toBe(0);
    }
  });
});

describe('the schedule', () => {
  it('is off until somebody starts it: then nothing runs without a click', async () => {
    const { page } = await open(morning());
    expect(await page.locator('#schedule').textContent()).toBe(
      'Scheduleis offNothing runs without a click. Trading > Schedule > Start turns it on.',
    );
  });

  it('says what it does next, when, whether it sends, and as whom', async () => {
    const live = morning();
    live.desk.properties.set('schedule-runner', 'ana@desk.example');
    const { page } = await open(live, { language: 'pt' });
    expect(await page.locator('#schedule').textContent()).toBe(
      'Agendaligada10:15  Ordens do dia (prepara; você confirma)roda com o usuário ana@desk.example',
    );
  });

  it('says when it goes on once nothing is left of the day', async () => {
    const live = at(liveDesk(), '19:30');
    live.desk.properties.set('schedule-runner', 'ana@desk.example');
    const { page } = await open(live);
    expect(await page.locator('#schedule').textContent()).toContain(
      'nothing more today; it goes on on 2024-11-11 at 10:15',
    );
  });
});

describe('the cut-off', () => {
  it('counts down by the desk’s clock, second by second at the end', async () => {
    const live = liveDesk();
    apply(live.desk.services, initialOrders());
    const { page } = await open(at(live, '13:21'));
    const timer = page.getByRole('timer');
    expect(await page.locator('.deadline').textContent()).toContain('Primary HASH1113:30');
    const first = await timer.textContent();
    expect(first).toMatch(/^(9 min 00 s|8 min 5\d s) left$/);
    await page.waitForFunction(
      (before) => document.getElementById('countdown')?.textContent !== before,
      first,
    );
  });
});

describe('positions', () => {
  it('show target, executed, primary and what is open, what is too much apart from it, and how much is done, as the language writes figures', async () => {
    const { page } = await open(afternoon());
    const row = page.locator('.assets > li').first();
    expect(await row.locator('> .figures dd').allTextContents()).toEqual([
      '12,300,000',
      '3,744,000',
      '8,750,000',
      '0',
    ]);
    expect(await row.locator('> .over').allTextContents()).toEqual(['Too much: 194,000']);
    expect(await row.getByRole('img').getAttribute('aria-label')).toBe(
      'HASH11 buy: 101.6% done; executed 3,744,000, primary 8,750,000, given back 0, open 0, too much 194,000',
    );
  });

  it('show what is too much under its own heading, and under none that says it is missing', async () => {
    const { page } = await open(afternoon());
    expect(await page.locator('.chart').getAttribute('aria-label')).toBe(
      'What is too much, by ETF in R$: HASH11 buy 194,000',
    );
    expect(await page.locator('#left h2').allTextContents()).toEqual(['What is too much']);
  });

  it('show a side on which one fund lacks and another has too much once under each heading', async () => {
    const live = afternoon();
    const { page } = await open(live, {
      language: 'pt',
      answers: {
        ...live.answers,
        deskOverview: () => {
          const day = printedOverview(deskOverview(live.desk.services, null), live.language);
          return {
            ...day,
            assets: day.assets.slice(0, 1).map((each) => ({ ...each, open: 1_000, over: 194_000 })),
          };
        },
      },
    });
    const headings = await page.locator('#left h2').allTextContents();
    expect(headings).toEqual(['O que falta', 'O que está a mais']);
    expect(await page.locator('.chart .figure').allTextContents()).toEqual(['1.000', '194.000']);
    const row = page.locator('.assets > li').first();
    expect(await row.locator('> .figures dd').last().textContent()).toBe('1.000');
    expect(await row.locator('> .over').textContent()).toBe('A mais: 194.000');
  });

  it('unfold into funds by keyboard, and stay so when figures move', async () => {
    const live = afternoon();
    const { page } = await open(live);
    const fold = page.getByRole('button', { name: 'HASH11 buy' });
    await fold.focus();
    await page.keyboard.press('Enter');
    await page.getByText('GAMA', { exact: true }).waitFor();
    live.desk.book.fill('executions', []);
    await comeBack(page);
    await page.getByText('28.9%').or(page.getByText('71.1%')).first().waitFor();
    expect(await fold.getAttribute('aria-expanded')).toBe('true');
    expect(await fold.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('what went wrong', () => {
  it('stands on top until the stage goes through, with its reason', async () => {
    const { page } = await open(afternoon());
    const trouble = await page.locator('#trouble').textContent();
    expect(trouble).toContain('Final allocation');
    expect(trouble).toContain('the market is open until 18:15');
  });

  it('shows cells that will stop the next step, and leads there', async () => {
    const live = morning();
    live.desk.book.fill('etfs', [{ ...live.desk.book.records('etfs')[0], limit_bps: 'many' }]);
    const { page } = await open(live);
    await page.getByRole('button', { name: /Go to etfs!/ }).click();
    await page.waitForFunction(() => document.getElementById('live')?.textContent?.includes('is selected'));
    expect(live.shown).toEqual([['etfs', expect.stringMatching(/^[A-Z]2$/)]]);
  });

  it('leads to the cell that stopped a run, as long as the log says it as it was written', async () => {
    const live = morning();
    live.desk.book.fill('daily-trades', [trade(ALFA, '1,2,3')]);
    apply(live.desk.services, initialOrders());
    const { page } = await open(live);
    const failed = page.locator('.failures');
    await failed.getByRole('button', { name: 'Go to daily-trades!E2' }).click();
    await page.waitForFunction(() => document.getElementById('live')?.textContent?.includes('is selected'));
    expect(live.shown).toEqual([['daily-trades', 'E2']]);
    const [row] = live.desk.book.records('log');
    live.desk.book.fill('log', [{ ...row, details: 'somebody wrote something else here' }]);
    await comeBack(page);
    await failed.getByText('somebody wrote something else here').waitFor();
    expect(await failed.getByRole('button').count()).toBe(0);
  });

  it('says when the day could not be read, and keeps what it knows', async () => {
    const live = afternoon();
    let isDown = false;
    const { page } = await open(live, {
      answers: {
        ...live.answers,
        deskOverview: () => {
          if (isDown) throw new Error('service unavailable');
          return live.answers.deskOverview();
        },
      },
    });
    const known = await page.locator('.assets > li').allTextContents();
    expect(known[0]).toContain('HASH11');
    isDown = true;
    await comeBack(page);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toBe('Not up to date: service unavailable');
    expect(await page.locator('.assets > li').allTextContents()).toEqual(known);
  });
});

describe('a run under way', () => {
  it('is followed, and the day is read again when it has ended', async () => {
    const live = afternoon();
    const { services, properties } = live.desk;
    writeProgress(
      services.journal,
      services.now(),
      msg('{said}: sending {n} {n|mail|mails}', { said: msg('Adjustment cycle'), n: 4 }),
    );
    const { page, calls } = await open(live, { language: 'pt' });
    await page.getByText('enviando 4 e-mails').first().waitFor();
    const before = calls.length;
    properties.delete('progress');
    await page.locator('#running .spinner').waitFor({ state: 'detached' });
    expect(calls.slice(before)).toEqual([['deskOverview']]);
  });

  it('is looked at once it has ended, and never while nothing has happened', async () => {
    const live = afternoon();
    let pulses = 0;
    const { page, calls } = await open(live, {
      answers: {
        ...live.answers,
        deskPulse: () => {
          pulses += 1;
          return live.answers.deskPulse();
        },
      },
    });
    await page.locator('.assets > li').first().waitFor();
    const felt = async (more: number): Promise<void> => {
      const wanted = pulses + more;
      while (pulses < wanted) await page.waitForTimeout(50);
    };
    await felt(3);
    expect(calls).toEqual([['deskOverview']]);
    live.desk.services.journal.set('schedule-runner', 'ana@desk.example');
    await page.getByText('ana@desk.example').waitFor();
    await felt(1);
    expect(calls).toEqual([['deskOverview'], ['deskOverview']]);
  });

  it('that another page has ended is followed at once: no beat is waited for', async () => {
    const { live, page, beats, fact } = await watched();
    await beats(1);
    await page.evaluate(() => {
      Object.assign(window, { setTimeout: () => 0 });
    });
    // The one that was wound already.
    await beats(1);
    fact();
    await page.evaluate(() => new BroadcastChannel('trading').postMessage('applyStage'));
    await page.getByText('ana@desk.example').waitFor();
    expect(live.desk.properties.get('schedule-runner')).toBe('ana@desk.example');
  });

  it('that keeps one answer waiting makes the next beats no rarer', async () => {
    const { page, beats, hold } = await watched();
    await beats(2);
    await page.evaluate(() => {
      const wound: number[] = [];
      const { setTimeout: wind } = window;
      Object.assign(window, {
        wound,
        setTimeout: (work: () => void, ms: number) => {
          wound.push(ms);
          return wind(work, ms);
        },
      });
    });
    const slow = hold('deskPulse');
    await slow.asked;
    await page.waitForTimeout(900);
    slow.release();
    await page.waitForFunction(() => 'wound' in window && Array.isArray(window.wound) && window.wound[0]);
    const wound = await page.evaluate(() =>
      'wound' in window && Array.isArray(window.wound) ? window.wound : [],
    );
    expect(wound[0]).toBeLessThan(900 * 12);
  });

  it('that ends behind a look is seen by the next one', async () => {
    const { page, beats, hold, fact } = await watched();
    await beats(1);
    const pulse = hold('deskPulse', 'when let go');
    await pulse.asked;
    const look = hold('deskOverview', 'as it was');
    await comeBack(page);
    await look.asked;
    fact();
    pulse.release();
    await page.waitForTimeout(50);
    look.release();
    await page.getByText('ana@desk.example').waitFor();
  });

  describe('is not shown any more once it has ended, though a look that began in it still was under way,', () => {
    /** A look that will tell of the run is on its way, and no beat comes by itself any more. */
    const lookedInIt = async () => {
      const { live, page, beats, hold } = await watched();
      await beats(1);
      const { services, properties } = live.desk;
      const pulse = hold('deskPulse');
      await pulse.asked;
      await page.evaluate(() => {
        Object.assign(window, { setTimeout: () => 0 });
      });
      writeProgress(services.journal, services.now(), msg('fetching iNAVs'));
      const look = hold('deskOverview', 'as it was');
      await comeBack(page);
      await look.asked;
      properties.delete('progress');
      return { page, pulse, look, running: page.locator('#running .spinner') };
    };

    it('where a beat has heard of its end', async () => {
      const { page, pulse, look, running } = await lookedInIt();
      pulse.release();
      await page.waitForTimeout(50);
      look.release();
      await page.getByText('fetching iNAVs').first().waitFor({ state: 'attached' });
      await running.waitFor({ state: 'detached' });
    });

    it('where it was begun from here', async () => {
      const { page, look, running } = await lookedInIt();
      await page.getByRole('button', { name: 'Refresh executions' }).click();
      await page.waitForTimeout(50);
      look.release();
      await page.locator('#live').getByText('fill').waitFor({ state: 'attached' });
      await running.waitFor({ state: 'detached' });
    });
  });

  it('that ended while the day could not be read is read with the next beat', async () => {
    const { page, beats, fail, fact } = await watched();
    await beats(1);
    fail();
    fact();
    await page.getByText('ana@desk.example').waitFor();
  });
});

/** A sidebar whose answers can be kept waiting; `fact` = something happens that it shows. */
async function watched() {
  const live = afternoon();
  let pulses = 0;
  let isFailing = false;
  const held = new Map<string, { begin(): void; readonly wait: Promise<void>; readonly when: string }>();
  const answered = async <T>(name: string, answer: () => T): Promise<T> => {
    const holding = held.get(name);
    held.delete(name);
    if (holding === undefined) return answer();
    holding.begin();
    if (holding.when === 'when let go') {
      await holding.wait;
      return answer();
    }
    const before = answer();
    await holding.wait;
    return before;
  };
  const { page } = await open(live, {
    answers: {
      ...live.answers,
      deskPulse: () => {
        pulses += 1;
        return answered('deskPulse', live.answers.deskPulse);
      },
      deskOverview: () => {
        if (isFailing) {
          isFailing = false;
          throw new Error('service unavailable');
        }
        return answered('deskOverview', live.answers.deskOverview);
      },
    },
  });
  await page.locator('.assets > li').first().waitFor();
  return {
    live,
    page,
    fact: () => live.desk.services.journal.set('schedule-runner', 'ana@desk.example'),
    fail: () => {
      isFailing = true;
    },
    async beats(more: number): Promise<void> {
      const wanted = pulses + more;
      while (pulses < wanted) await page.waitForTimeout(50);
    },
    /** The next answer of this function waits until it is released. @param when what it tells of */
    hold(name: string, when: 'when let go' | 'as it was' = 'when let go') {
      let release = (): void => undefined;
      let begin = (): void => undefined;
      const wait = new Promise<void>((resolve) => {
        release = resolve;
      });
      const asked = new Promise<void>((resolve) => {
        begin = resolve;
      });
      held.set(name, { begin, wait, when });
      return { asked, release };
    },
  };
}

describe('every view', () => {
  const VIEWS = [
    ['the morning', morning],
    ['the afternoon', afternoon],
  ] as const;
  const LOOKS = [
    ['pt', 'light', 'A mesa'],
    ['en', 'dark', 'The desk'],
  ] as const;
  for (const [nth, [name, live]] of VIEWS.entries()) {
    for (const [language, scheme, title] of inTurn(LOOKS, nth)) {
      it(`${name}, in ${language} and ${scheme}: axe finds nothing, and nothing is fetched`, async () => {
        const { page, fetched } = await open(live(), { language, scheme });
        for (const fold of await page.locator('.fold').all()) await fold.click();
        expect(await seriousFindings(page)).toEqual([]);
        expect(await page.locator('h1').textContent()).toBe(title);
        expect(fetched).toEqual([]);
      });
    }
  }

  it('fits the 300 pixels that Sheets gives it', async () => {
    const { page } = await open(afternoon(), { language: 'pt' });
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('main *')]
        .filter(
          (element) =>
            !element.closest('.unseen') && element.getBoundingClientRect().right > window.innerWidth,
        )
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(cut).toEqual([]);
  });
});
