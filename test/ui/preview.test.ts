// The preview dialog in a real browser, with a whole desk in memory behind it.
import { expect } from '@jest/globals';
import type { StageRequest } from '../../src/stages/stages';
import { finalAllocation, initialOrders, primaryUnits } from '../../src/stages/stages';
import { cancelChoices } from '../../src/ui/doors/cancel';
import { correctChoices } from '../../src/ui/doors/correct';
import { familyChoices } from '../../src/ui/doors/families';
import type { PreviewAsked } from '../../src/ui/doors/preview';
import { inTurn } from '../effort';
import { apply } from '../fakes/run';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, BETA, DATE, GAMA, HASH11, MIDDAY_FILL, trade, workedDay } from '../fixtures/workedDay';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import { seriousFindings } from './axe';
import { type Desktop, openDesktop, type PageOptions } from './browser';
import { type LiveDesk, liveDesk } from './liveDesk';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await openDesktop();
});
afterAll(() => desktop.close());

const INITIAL = { stage: 'initial' };
const PRIMARY = { stage: 'primary', scope: 'nasdaq' };

interface More extends Partial<PageOptions> {
  readonly families?: PreviewAsked['families'];
  readonly cancel?: PreviewAsked['cancel'];
  readonly correct?: PreviewAsked['correct'];
}

const open = (
  live: LiveDesk,
  request: StageRequest = INITIAL,
  { families = [], cancel = null, correct = null, language = 'en', ...more }: More = {},
) => {
  live.language = language;
  const asked: PreviewAsked = { title: 'The stage', request, families, cancel, correct };
  return desktop.open('Preview', { language, request: asked, answers: live.answers, ...more });
};

const atMidday = () => {
  const desk = workedDay();
  apply(desk.services, initialOrders());
  desk.world.now = AT.midday;
  desk.world.fills = [MIDDAY_FILL];
  desk.mails.length = 0;
  return liveDesk(desk);
};

const refusing = () => {
  const live = liveDesk();
  live.desk.book.fill('daily-trades', [trade(ALFA, '1,2,3'), trade(BETA, 100)]);
  return live;
};

describe('a plan', () => {
  it('is shown with its figures, tabs, rows and warnings before anything happens', async () => {
    const live = liveDesk();
    const { page } = await open(live);
    await page.getByRole('button', { name: 'Send 1 mail and write 3 tabs' }).waitFor();
    const text = await page.textContent('main');
    expect(text).toContain('Initial orders');
    expect(text).toContain('R$\u00a012,300,000.00');
    expect(text).toMatch(/orders\s+1 row/);
    expect(text).toMatch(/order-intents\s+3 rows/);
    expect(live.desk.mails).toEqual([]);
  });

  it('shows each mail as its reader will see it, and runs nothing in it', async () => {
    const { page } = await open(liveDesk());
    const frame = page.frameLocator('iframe');
    await frame.getByText('Favor trabalhar as ordens do dia abaixo:').waitFor();
    expect(await page.textContent('.head')).toContain('mesa@aurora.example');
    expect(await page.getAttribute('iframe', 'sandbox')).toBe('allow-same-origin');
    const [shown, whole] = await page.$eval('iframe', (element) => [
      element.clientHeight,
      element.contentDocument?.documentElement.scrollHeight ?? 0,
    ]);
    expect(shown).toBe(whole);
  });

  it('lets an attachment be read', async () => {
    const live = liveDesk();
    const { page } = await open(live, INITIAL, {
      answers: {
        ...live.answers,
        previewStage: (request: { stage: string }) => {
          const shown = live.answers.previewStage(request) as { mails: object[] };
          const attachments = [
            { name: 'aloc.csv', mimeType: 'text/csv', content: 'fund,shares\nALFA,42591' },
          ];
          return { ...shown, mails: shown.mails.map((mail) => ({ ...mail, attachments })) };
        },
      },
    });
    await page.getByText('Attachment aloc.csv').click();
    expect(await page.getByRole('group', { name: 'aloc.csv' }).textContent()).toContain('ALFA,42591');
  });

  it('is applied as it was shown, once confirmed', async () => {
    const live = liveDesk();
    const { page, closed } = await open(live);
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    expect(await page.locator('.effects dd').first().textContent()).toBe('1 mail');
    expect(live.desk.mails).toHaveLength(1);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(closed()).toBe(true);
  });

  it('is applied once however often the button is hit', async () => {
    const live = liveDesk();
    const { page, calls } = await open(live);
    await page.getByRole('button', { name: /^Send/ }).waitFor();
    await page.$eval('#confirm', (element) => {
      if (element instanceof HTMLElement) for (let hit = 0; hit < 5; hit += 1) element.click();
    });
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    expect(calls.filter(([name]) => name === 'applyStage')).toHaveLength(1);
    expect(live.desk.mails).toHaveLength(1);
  });

  it('is dropped by Cancel and by Escape, and nothing was done', async () => {
    const live = liveDesk();
    for (const leave of ['button', 'key']) {
      const { page, closed } = await open(live);
      await page.getByRole('button', { name: /^Send/ }).waitFor();
      if (leave === 'button') await page.getByRole('button', { name: 'Cancel' }).click();
      else await page.keyboard.press('Escape');
      expect([leave, closed()]).toEqual([leave, true]);
    }
    expect(live.desk.mails).toEqual([]);
    expect(live.desk.book.records('orders')).toEqual([]);
  });

  it('that changed meanwhile is shown again with what is different, and applied only then', async () => {
    const live = liveDesk();
    const { page } = await open(live);
    await page.getByRole('button', { name: /^Send/ }).waitFor();
    live.desk.book.fill('daily-trades', [trade(ALFA, 9_000_000)]);
    await page.getByRole('button', { name: /^Send/ }).click();
    const notice = page.getByRole('alert');
    await notice.waitFor();
    expect(await notice.textContent()).toContain('notional: R$\u00a012,300,000.00 → R$\u00a09,000,000.00');
    expect(await notice.textContent()).toContain('the mail to mesa@aurora.example reads differently');
    expect(live.desk.mails).toEqual([]);
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    expect(live.desk.mails[0]?.text).toContain('R$ 9.000.000,00');
  });

  it('without news says so and has nothing to confirm', async () => {
    const desk = workedDay();
    apply(desk.services, initialOrders());
    const { page } = await open(liveDesk(desk));
    await page.getByRole('heading', { name: 'Nothing to do' }).waitFor();
    expect(await page.textContent('main')).toContain('are out already; nothing changed');
    expect(await page.locator('#actions').getByRole('button').allInnerTexts()).toEqual(['Close']);
  });

  it('has warnings that can be put away, and does not show them again that day', async () => {
    const live = liveDesk();
    const first = await open(live);
    await first.page.getByRole('button', { name: 'Put away for today' }).click();
    await first.page.getByText('put away today').waitFor();
    const again = await open(live);
    await again.page.getByText('2 notices put away today').waitFor();
    expect(await again.page.locator('.notice.warning').count()).toBe(0);
    live.desk.world.now = '2024-11-11T10:15:00';
    const next = await open(live);
    await next.page.locator('.notice.warning').waitFor();
  });
});

describe('errors', () => {
  it('stand as a list, and each that names a cell leads there', async () => {
    const live = refusing();
    const { page } = await open(live);
    await page.getByRole('heading', { name: '1 error stands in the way' }).waitFor();
    expect(await page.textContent('.errors')).toContain('amount "1,2,3" is not an amount in BRL');
    await page.getByRole('button', { name: 'Go to daily-trades!E2' }).click();
    await page.getByText('daily-trades!E2 is selected').waitFor({ state: 'attached' });
    expect(live.shown).toEqual([['daily-trades', 'E2']]);
    expect(await page.getByRole('button', { name: /^Send/ }).count()).toBe(0);
  });

  it('go away when the cells are corrected and the reader looks again', async () => {
    const live = refusing();
    const { page } = await open(live);
    await page.getByRole('button', { name: 'Look again' }).waitFor();
    live.desk.book.fill('daily-trades', [trade(ALFA, 100)]);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: /^Send 1 mail/ }).waitFor();
  });

  it('of a run that stopped half-way say what to do', async () => {
    const live = liveDesk();
    live.desk.world.warehouseDown = true;
    const { page } = await open(live);
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.getByRole('heading', { name: 'The run stopped half-way' }).waitFor();
    expect(await page.textContent('.errors')).toContain('Release mails');
    expect(live.desk.mails).toEqual([]);
  });

  it('without an answer leave it open how far the run got, and offer to look', async () => {
    const live = liveDesk();
    const { page } = await open(live, INITIAL, {
      answers: {
        ...live.answers,
        applyStage: () => {
          throw new Error('connection lost');
        },
      },
    });
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.getByText('connection lost').waitFor();
    expect(await page.textContent('main')).toContain('it is not known how far the run got');
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: /^Send/ }).waitFor();
  });
});

describe('at midday', () => {
  it('the tick that brokers have paused changes the plan and goes into the request', async () => {
    const live = atMidday();
    const { page, calls } = await open(live, PRIMARY);
    const tick = page.getByRole('checkbox', { name: /working orders of these ETFs are paused/ });
    await page.getByText('nobody confirmed that the brokers').waitFor();
    await tick.click();
    await page.getByText('nobody confirmed that the brokers').waitFor({ state: 'detached' });
    expect(await tick.isChecked()).toBe(true);
    expect(await tick.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: /^Send/ }).click();
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    expect(calls.filter(([name]) => name === 'applyStage').map(([, request]) => request)).toEqual([
      { ...PRIMARY, paused: true },
    ]);
  });
});

describe('what is decided', () => {
  const WIDE = { width: 980, height: 620 };
  const texts = (rows: readonly string[]): readonly (readonly string[])[] =>
    rows.map((row) => row.split('\t'));

  it('stands in tables of before and after, each sorted by any column, from the keyboard too', async () => {
    const { page } = await open(atMidday(), PRIMARY, { size: WIDE });
    const table = page.getByRole('table', { name: 'Creations: buys by fund' });
    await table.waitFor();
    const funds = async (): Promise<readonly string[]> =>
      (await table.locator('tbody th').allInnerTexts()).map((text) => text.trim());
    expect(await funds()).toEqual(['ALFA', 'BETA', 'GAMA']);
    const header = table.getByRole('button', { name: 'Target' });
    await header.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await funds()).toEqual(['GAMA', 'BETA', 'ALFA']);
    expect(await table.getByRole('columnheader', { name: 'Target' }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    // The total stays where it is: it is no row. What is open has none: one fund's lack and another's excess are not added up.
    expect(texts(await table.locator('tfoot tr').allInnerTexts())[0]?.slice(0, 7)).toEqual([
      'Total',
      ...['', '', '7', '', '', ''],
    ]);
  });

  it('writes amounts as the desk’s language does', async () => {
    const { page } = await open(atMidday(), PRIMARY, { size: WIDE, language: 'pt' });
    const table = page.getByRole('table', { name: 'Integralizações: compras por fundo' });
    expect(await table.locator('tbody tr').first().textContent()).toContain('8.750.000,00');
    expect(await table.locator('tbody tr').first().textContent()).toContain('−157.681,60');
  });

  it('can be decided otherwise at once: both ways stand above the first table, within the window', async () => {
    const { page } = await open(atMidday(), PRIMARY, { size: WIDE });
    const first = await page.getByRole('table').first().boundingBox();
    const buttons = await page.locator('.otherwise button, .otherwise summary').all();
    expect(await page.locator('.otherwise').textContent()).toMatch(
      /Compare with other settings.*Set the units/,
    );
    for (const button of [buttons[0], page.locator('.otherwise summary')]) {
      const box = await button?.boundingBox();
      expect((box?.y ?? WIDE.height) + (box?.height ?? 0)).toBeLessThan(first?.y ?? 0);
    }
    await page.getByRole('button', { name: 'Compare with other settings' }).click();
    const compared = await page.getByRole('table', { name: 'What if' }).boundingBox();
    expect((compared?.y ?? 0) + 100).toBeLessThan(WIDE.height);
    const decided = await page.getByRole('table', { name: 'Creations: buys by fund' }).boundingBox();
    expect(compared?.y ?? 0).toBeLessThan(decided?.y ?? 0);
  });

  it('can be compared with other settings on demand, and nothing is set by looking', async () => {
    const live = atMidday();
    const { page, calls } = await open(live, PRIMARY, { size: WIDE });
    await page.getByRole('button', { name: 'Compare with other settings' }).click();
    const table = page.getByRole('table', { name: 'What if' });
    await table.getByRole('row', { name: /Rounded down for each fund/ }).waitFor();
    expect(await table.textContent()).toContain('unit_rounding = down');
    expect(await seriousFindings(page)).toEqual([]);
    expect(calls.map(([name]) => name)).toEqual(['previewStage', 'compareSettings']);
    expect(live.desk.mails).toEqual([]);
  });

  it.each([
    ['en', 'The market opens at 10:05; 1 order waits until then'],
    ['pt', 'O mercado abre às 10:05; 1 ordem espera até lá'],
  ] as const)('says above its tables that orders wait for the market, in %s', async (language, text) => {
    const live = liveDesk();
    live.desk.world.now = `${DATE}T08:45:00`;
    live.desk.world.quotes = [{ ...HASH11, asOf: live.desk.world.now }];
    const { page } = await open(live, INITIAL, { size: WIDE, language });
    const note = await page.locator('p.note').boundingBox();
    expect(await page.locator('p.note').allTextContents()).toEqual([text]);
    expect(note?.y ?? 0).toBeLessThan((await page.getByRole('table').first().boundingBox())?.y ?? 0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('takes one fund’s units from a person with a reason, and refuses what cannot be with the true one', async () => {
    const live = atMidday();
    const { page } = await open(live, PRIMARY, { size: WIDE });
    await page.getByText('Set the units of one fund').click();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('How many units?').fill('9');
    await page.getByLabel('Why not what the desk chose?').fill('a basket less');
    await page.getByRole('button', { name: 'Use these units' }).click();
    await page.getByText('can have, 8: its order of R$ 10,000,000.00 is 8 units, rounded up').waitFor();
    await page.getByLabel('How many units?').fill('5');
    await page.getByRole('button', { name: 'Use these units' }).click();
    const row = page
      .getByRole('table', { name: 'Creations: buys by fund' })
      .getByRole('row', { name: /ALFA/ });
    await row.getByText('5 units set by trader@desk.example: a basket less').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('#confirm').click();
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    expect(live.desk.book.records('primary-requests').map(({ units }) => units)).toEqual([5, 0, 1]);
  });

  it('offers no units to a fund that cannot have any, and says why', async () => {
    const live = atMidday();
    live.desk.book.fill(
      'fund-stats',
      live.desk.book
        .records('fund-stats')
        .map((row) => (row.cnpj === ALFA ? { ...row, primary_access: 'no' } : row)),
    );
    const { page } = await open(live, PRIMARY, { size: WIDE });
    await page.getByText('Set the units of one fund').click();
    const options = page.locator('#units-of option');
    const said = await options.allTextContents();
    const at = said.findIndex((text) => text.startsWith('ALFA'));
    expect(said[at]).toContain('no access to the primary market');
    expect(await options.nth(at).isDisabled()).toBe(true);
    expect(await page.locator('#units-of').inputValue()).not.toBe(String(at));
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('changes only the orders that are ticked', async () => {
    const live = atMidday();
    live.desk.book.fill('daily-trades', [
      trade(ALFA, 12_000_000),
      trade(BETA, 2_100_000),
      trade(GAMA, 300_000),
    ]);
    const { page, calls } = await open(live, { stage: 'amend', reason: 'called' }, { size: WIDE });
    const tick = page.getByRole('checkbox', { name: 'Pick BETA HASH11 BUY' });
    expect(await tick.isChecked()).toBe(true);
    await tick.click();
    await page.locator('tr.left-out').waitFor();
    expect(await tick.isChecked()).toBe(false);
    expect(await tick.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('#confirm').click();
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    const amounts = live.desk.book.records('order-intents').map(({ fund, amount }) => `${fund} ${amount}`);
    expect(amounts.sort()).toEqual(['ALFA FIF 12000000', 'BETA FIF 2000000', 'GAMA FIF 300000']);
    expect(calls.at(-1)?.[0]).toBe('applyStage');
  });

  it('fits a small screen: tables scroll in themselves, the page never sideways', async () => {
    for (const size of [{ width: 760, height: 560 }, WIDE]) {
      const { page } = await open(atMidday(), PRIMARY, { size, language: 'pt' });
      await page.locator('#confirm').waitFor();
      const [wide, shown] = await page.$eval('main', (main) => [main.scrollWidth, main.clientWidth]);
      expect(wide).toBe(shown);
    }
  });
});

describe('midday from the menu', () => {
  it('asks for the family first: those that the tab etfs names, each with its cut-off, or all', async () => {
    const live = liveDesk(twoFamilies());
    live.desk.book.fill('etfs', [
      ...live.desk.book.records('etfs'),
      { ...live.desk.book.records('etfs')[0], asset: 'REND11', family: 'nasdaq', primary_cutoff: '14:00' },
    ]);
    const families = familyChoices(live.desk.services);
    const { page, calls } = await open(live, { stage: 'primary' }, { families });
    await page.getByRole('heading', { name: 'Which family?' }).waitFor();
    expect(await page.locator('.families li').allTextContents()).toEqual([
      'nasdaqHASH11, REND11cut-off 13:30, 14:00',
      'thematicsDEFI11cut-off 12:45',
    ]);
    expect(calls).toEqual([]);
    await page.getByRole('button', { name: 'thematics' }).click();
    await page.getByRole('button', { name: 'Look again' }).waitFor();
    expect(calls).toEqual([['previewStage', { stage: 'primary', scope: 'thematics' }]]);
  });

  it('says of each family whether its units are decided and its cut-off has passed', () => {
    const { services, world } = twoFamilies();
    apply(services, initialOrders());
    world.now = AT.midday;
    world.fills = MORNING_FILLS;
    apply(services, primaryUnits('thematics', true));
    const [time] = familyChoices(services).flatMap(({ family, decidedAt }) =>
      family === 'thematics' ? [decidedAt] : [],
    );
    expect(time).toBe(world.now.slice(11, 16));
    world.now = `${world.now.slice(0, 10)}T13:00:00`;
    expect(familyChoices(services).map(({ family, isPast }) => [family, isPast])).toEqual([
      ['nasdaq', false],
      ['thematics', true],
    ]);
    expect(familyChoices(services).map(({ decidedAt }) => decidedAt !== null)).toEqual([false, true]);
  });

  it('asks nothing where there is one family', () => {
    expect(familyChoices(liveDesk().desk.services)).toEqual([]);
  });
});

describe('every view', () => {
  const VIEWS = [
    ['a plan', liveDesk, INITIAL, '#confirm'],
    ['midday', atMidday, PRIMARY, '#paused'],
    ['errors', refusing, INITIAL, '.errors'],
  ] as const;
  const LOOKS = [
    ['pt', 'light', 'Enviar|Conferir'],
    ['en', 'dark', 'Send|Look again'],
  ] as const;
  for (const [nth, [name, live, request, ready]] of VIEWS.entries()) {
    for (const [language, scheme, says] of inTurn(LOOKS, nth)) {
      it(`${name}, in ${language} and ${scheme}: axe finds nothing, and nothing is fetched`, async () => {
        const { page, fetched } = await open(live(), request, { language, scheme });
        await page.locator(ready).waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        expect(await page.getByRole('button', { name: new RegExp(says) }).count()).toBe(1);
        expect(await page.getAttribute('html', 'lang')).toBe(language === 'pt' ? 'pt-BR' : 'en');
        expect(fetched).toEqual([]);
      });
    }
  }

  it('asks what to cancel and why, shows what would stop, and stops it', async () => {
    const live = liveDesk();
    const { services, world, book } = live.desk;
    apply(services, initialOrders());
    world.now = `${DATE}T11:30:00`;
    const cancel = cancelChoices(services);
    expect(cancel).toMatchObject({ assets: ['HASH11'], brokers: ['Aurora'] });
    const { page, calls } = await open(live, { stage: 'cancel' }, { cancel });
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('ETF or offshore asset').selectOption('HASH11');
    await page.getByLabel('Broker').selectOption('Aurora');
    expect(await page.getByLabel('Fund').isDisabled()).toBe(true);
    await page.getByLabel('Broker').selectOption('');
    await page.getByLabel('Fund').selectOption({ label: `BETA FIF · ${BETA}` });
    // Without a reason nothing stops, and what was chosen is still there.
    await page.getByRole('button', { name: 'See what stops' }).click();
    await page.getByText('a cancellation needs a reason').waitFor();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByLabel('Why do the orders stop?').fill('no cash');
    await page.getByRole('button', { name: 'See what stops' }).click();
    const ends = page.getByRole('table', { name: 'Orders that end' }).getByRole('row', { name: /BETA/ });
    expect(await ends.allInnerTexts()).toEqual([
      ['BETA', 'HASH11', 'BUY', '1', '2,000,000.00', '0.00', '0.00', '0.00', '2,000,000.00'].join('\t'),
    ]);
    await page.locator('#confirm').click();
    await page.getByText('Done').first().waitFor();
    expect(calls.map(([name]) => name)).toEqual(['previewStage', 'previewStage', 'applyStage']);
    expect(book.records('orders').map(({ cap }) => cap)).toEqual([10_300_000]);
  });

  it('asks which day to correct and why, shows before and after, and corrects it', async () => {
    const live = liveDesk();
    const { services, world, properties } = live.desk;
    apply(services, initialOrders());
    world.now = AT.evening;
    world.fills = [MIDDAY_FILL];
    apply(services, finalAllocation());
    world.now = '2024-11-11T10:15:00';
    world.fills = [];
    apply(services, initialOrders());
    const correct = correctChoices(services);
    expect(correct).toEqual({ dates: [DATE] });
    const { page, calls } = await open(live, { stage: 'correct' }, { correct });
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByLabel('Fills that differ').fill('fill_id;status\nF1;BUSTED');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByText('a correction needs a reason').waitFor();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByLabel('Why does the day change?').fill('busted');
    await page.getByRole('button', { name: 'See what changes' }).click();
    await page.getByText('60,000 at R$ 62.40 → busted').waitFor();
    await page.locator('#confirm').click();
    await page.getByText('Done').first().waitFor();
    expect(calls.map(([name]) => name)).toEqual(['previewStage', 'previewStage', 'applyStage']);
    expect(JSON.parse(properties.get(`kept:${DATE}`) ?? '[]')).toHaveLength(2);
  });

  it('takes a request as text, whatever stands in it', async () => {
    const live = liveDesk();
    const reason = `"</script><img src=x onerror=alert(1)>' & <?= 1 ?>`;
    const { page, calls } = await open(live, { stage: 'amend', reason });
    await page.locator('h1').waitFor();
    await page.getByRole('button', { name: 'Look again' }).waitFor();
    expect(calls[0]).toEqual(['previewStage', { stage: 'amend', reason }]);
    expect(await page.locator('img').count()).toBe(0);
  });
});
