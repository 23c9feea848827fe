import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clock, fromSaoPaulo, openWoundClock } from '../../../src/local/host/clock';
import { type LocalMail, openMail } from '../../../src/local/host/mail';
import { type Market, type OwnHours, openMarket, SAMPLE_DATE } from '../../../src/local/market';

const DAY = SAMPLE_DATE;
const HEADER = 'instruction,version,trade_date,asset,side,cap_brl,limit_price,limit_bps';
const AURORA = {
  name: 'Corretora Aurora',
  emails: ['mesa@aurora.example'],
  accountCodes: ['70311', '70312'],
};
const MERIDIAN = { name: 'Meridian Securities', emails: ['desk@meridian.example'], accountCodes: ['M-5520'] };

interface Row {
  readonly fillId: string;
  readonly accountCode: string;
  readonly accountAlias: string;
  readonly symbol: string;
  readonly side: string;
  readonly qty: number;
  readonly price: number;
  readonly time: string;
  readonly status: string;
}

describe('the market simulator', () => {
  let dir = '';
  let clock: Clock;
  let mail: LocalMail;
  let market: Market;
  let hours: OwnHours = { open: null, close: null };
  const open = (): Promise<Market> =>
    openMarket({
      ...{ clock, seed: 7, token: 'open sesame', brokers: [AURORA, MERIDIAN], alias: 'DESK', mail },
      ownHours: async (date) => (date === DAY ? hours : { open: null, close: null }),
    });

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'market-'));
    clock = openWoundClock(join(dir, 'clock.json'), fromSaoPaulo(`${DAY}T10:15:00`));
    mail = await openMail({ dir: join(dir, 'outbox'), clock });
    hours = { open: null, close: null };
    market = await open();
  });
  afterEach(async () => {
    await market.close();
    await mail.close();
    rmSync(dir, { recursive: true });
  });

  const wind = (time: string): void => clock.set(fromSaoPaulo(`${DAY}T${time}`));
  const get = (path: string, token = 'open sesame'): Promise<Response> =>
    fetch(market.url + path, { headers: { authorization: `Bearer ${token}` } });
  const json = async (path: string) => JSON.parse(await (await get(path)).text());
  const fills = async (): Promise<readonly Row[]> => {
    for (let attempt = 0; ; attempt++) {
      const reply = await get('/allocation/fills');
      if (reply.status === 200 || attempt === 3) return JSON.parse(await reply.text()).fills;
    }
  };
  const instruct = (to: string, rows: readonly string[], name = `instructions_${DAY}.csv`): Promise<void> =>
    mail.send({
      to,
      subject: 'Orders',
      text: 'as attached',
      attachments: [
        { name, contentType: 'text/csv', content: Buffer.from(`${HEADER}\n${rows.join('\n')}\n`) },
      ],
    });
  const buy = (asset: string, version: number, cap: string, side = 'BUY'): string =>
    `${DAY}/${asset}/${side}/X,${version},${DAY},${asset},${side},${cap},,`;
  const own = (rows: readonly Row[], symbol: string): readonly Row[] =>
    rows.filter((row) => row.accountAlias === 'DESK' && row.symbol === symbol);

  it('lets nobody see allocations without the token', async () => {
    expect((await get('/allocation/fills', 'wrong')).status).toBe(401);
    expect((await fetch(`${market.url}/allocation/consolidated`)).status).toBe(401);
  });

  it('works the orders of a mail for the broker that it is addressed to', async () => {
    await instruct('desk@meridian.example', [buy('HASH11', 1, '300000.00')]);
    wind('11:50:00');
    const rows = own(await fills(), 'HASH11');
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map((row) => row.accountCode))).toEqual(new Set(['M-5520']));
    expect(new Set(rows.map((row) => row.side))).toEqual(new Set(['Buy']));
    expect(new Set(rows.map((row) => row.fillId)).size).toBe(rows.length);
    for (const row of rows) expect(row.time >= `${DAY}T10:15:01` && row.time <= `${DAY}T11:50:00`).toBe(true);
  });

  it('uses all accounts of a broker', async () => {
    await instruct('Mesa Aurora <MESA@aurora.example>', [buy('HASH11', 1, '300000.00')]);
    wind('11:50:00');
    const accounts = own(await fills(), 'HASH11').map((row) => row.accountCode);
    expect(new Set(accounts)).toEqual(new Set(AURORA.accountCodes));
  });

  it('trades in the hours that the desk has for the date, and publishes the official NAV after them', async () => {
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '90000000.00')]);
    wind('13:25:00');
    const all = await fills();
    const officialNav = async (): Promise<number> => (await get('/marketdata/v2/nav/HASH11')).status;
    expect(own(all, 'HASH11').some(({ time }) => time > `${DAY}T13:00`)).toBe(true);
    expect(await officialNav()).toBe(404);
    hours = { open: '11:00', close: '13:00' };
    const cut = await fills();
    const within = ({ time }: Row): boolean => time >= `${DAY}T11:00` && time < `${DAY}T13:00`;
    expect(cut.length).toBeGreaterThan(5);
    expect(cut.every(within)).toBe(true);
    expect(await officialNav()).toBe(200);
  });

  it('takes back nothing that it has reported when the desk learns in the day that it ends early', async () => {
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '90000000.00'), buy('BITH11', 1, '90000000.00')]);
    wind('12:40:00');
    const before = await fills();
    hours = { open: null, close: '13:00' };
    expect(await fills()).toEqual(before);
  });

  it('ignores mails to others, and lists the rows that no broker could work', async () => {
    await instruct('admin@serra.example', [buy('HASH11', 1, '300000.00')]);
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '300000.00')], 'summary.csv');
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '-5'), buy('BITH11', 1, '90000', 'HOLD')]);
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '3.000,00')]);
    wind('11:50:00');
    expect((await fills()).filter((row) => row.accountAlias === 'DESK')).toEqual([]);
    expect(market.rejected).toEqual([
      `mail 3, instructions_${DAY}.csv, row 2: cap_brl "-5" is not an amount`,
      `mail 3, instructions_${DAY}.csv, row 3: side "HOLD" is neither BUY nor SELL`,
      `mail 4, instructions_${DAY}.csv, row 2: Too many fields: expected 8 fields but parsed 9`,
    ]);
  });

  it('changes no other pool when one trade changes', async () => {
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '300000'), buy('BITH11', 1, '200000')]);
    await instruct('desk@meridian.example', [buy('HASH11', 1, '100000')]);
    wind('11:50:00');
    const before = await fills();
    await market.close();
    await mail.close();
    rmSync(dir, { recursive: true });
    clock = openWoundClock(join(dir, 'clock2.json'), fromSaoPaulo(`${DAY}T10:15:00`));
    mail = await openMail({ dir: join(dir, 'outbox'), clock });
    market = await open();
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '150000'), buy('BITH11', 1, '200000')]);
    await instruct('desk@meridian.example', [buy('HASH11', 1, '100000')]);
    wind('11:50:00');
    const after = await fills();
    const rest = (rows: readonly Row[]) =>
      rows.filter((row) => !(row.symbol.startsWith('HASH11') && row.accountCode.startsWith('7031')));
    expect(rest(after)).toEqual(rest(before));
    expect(after.length).toBeLessThan(before.length);
  });

  it('comes to the same fills after a restart', async () => {
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '1500000'), buy('BITH11', 1, '200000', 'SELL')]);
    wind('11:30:00');
    await instruct('mesa@aurora.example', [buy('HASH11', 2, '800000')]);
    wind('16:00:00');
    const before = await fills();
    await market.close();
    await mail.close();
    mail = await openMail({ dir: join(dir, 'outbox'), clock });
    market = await open();
    expect(await fills()).toEqual(before);
  });

  it('mixes in other managers’ rows and hedge legs', async () => {
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '300000')]);
    wind('11:50:00');
    const rows = await fills();
    expect(rows.filter((row) => row.accountAlias !== 'DESK').length).toBeGreaterThan(0);
    const hedges = own(rows, 'HASH11H');
    expect(hedges.length).toBeGreaterThan(0);
    for (const hedge of hedges) {
      const leg = rows.find((row) => row.fillId === hedge.fillId.replace(/-H$/, ''));
      expect([leg?.qty, leg?.side, hedge.side]).toEqual([hedge.qty, 'Buy', 'Sell']);
    }
  });

  it('adds up to the consolidated rows, leaving out what was busted', async () => {
    await instruct('mesa@aurora.example', [
      buy('HASH11', 1, '900000'),
      buy('BITH11', 1, '900000'),
      buy('ETHE11', 1, '700000'),
    ]);
    await instruct('desk@meridian.example', [
      buy('HASH11', 1, '900000'),
      buy('BITH11', 1, '900000'),
      buy('ETHE11', 1, '700000'),
    ]);
    wind('11:00:00');
    expect((await fills()).filter((row) => row.status === 'BUSTED')).toEqual([]);
    wind('18:20:00');
    const rows = await fills();
    const busted = rows.filter((row) => row.status === 'BUSTED' && !row.symbol.endsWith('H'));
    expect(busted).toHaveLength(1);
    expect(rows.filter((row) => row.status === 'PENDING')).toEqual([]);
    const { consolidatedAllocations } = await json('/allocation/consolidated');
    for (const total of consolidatedAllocations) {
      const parts = rows.filter(
        (row) =>
          row.status !== 'BUSTED' &&
          ['accountCode', 'accountAlias', 'symbol', 'side'].every(
            (key) => row[key as keyof Row] === total[key],
          ),
      );
      expect(total.qty).toBe(parts.reduce((sum, row) => sum + row.qty, 0));
      const money = parts.reduce((sum, row) => sum + row.qty * row.price, 0);
      expect(total.qty * total.avgPrice).toBeCloseTo(money, 2);
    }
  });

  it('shows a fill as PENDING first, then as EXECUTED', async () => {
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '3000000')]);
    let pending: readonly Row[] = [];
    for (let minute = 16; pending.length === 0 && minute < 60; minute++) {
      wind(`10:${minute}:00`);
      pending = (await fills()).filter((row) => row.status === 'PENDING');
    }
    expect(pending.length).toBeGreaterThan(0);
    wind('11:50:00');
    const later = new Map((await fills()).map((row) => [row.fillId, row.status]));
    for (const row of pending) expect(later.get(row.fillId)).toBe('EXECUTED');
  });

  it('stumbles twice at midday, with a hint when to come back', async () => {
    expect((await get('/allocation/fills')).status).toBe(200);
    wind('12:00:00');
    const replies = [];
    for (let i = 0; i < 4; i++) replies.push(await get('/allocation/fills'));
    expect(replies.map((reply) => reply.status)).toEqual([503, 503, 200, 200]);
    expect(replies[0]?.headers.get('retry-after')).toBe('1');
  });

  it('publishes the iNAV all day and the official NAV after the closing call only', async () => {
    const quote = await json('/marketdata/v2/inav/HASH11');
    expect(quote.info.numberOfSharesPerCreationUnit).toBe(20_000);
    expect(quote.inavPerShare).toBeGreaterThan(61);
    expect(quote.inavPerShare).toBeLessThan(64);
    wind('18:14:59');
    expect((await get('/marketdata/v2/nav/HASH11')).status).toBe(404);
    wind('18:15:00');
    const nav = await json('/marketdata/v2/nav/HASH11');
    expect(Math.abs(nav.officialNavPerShare / 62.58 - 1)).toBeLessThan(0.001);
    expect((await get('/marketdata/v2/inav/ZZZZ11')).status).toBe(404);
  });

  it('plays any other date by the clock', async () => {
    clock.set(fromSaoPaulo('2027-03-18T10:15:00'));
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '300000').replaceAll(DAY, '2027-03-18')]);
    clock.set(fromSaoPaulo('2027-03-18T11:50:00'));
    const rows = own(await fills(), 'HASH11');
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) expect(row.time.slice(0, 10)).toBe('2027-03-18');
  });

  it('can be told to fail in each way that remote systems fail', async () => {
    await instruct('mesa@aurora.example', [buy('HASH11', 1, '300000')]);
    wind('11:50:00');
    const during = async (
      fault: Parameters<typeof market.faults.add>[0],
      path: string,
    ): Promise<Response> => {
      market.faults.add(fault);
      const reply = await get(path);
      market.faults.clear();
      return reply;
    };
    expect((await during('error 500', '/marketdata/v2/inav/HASH11')).status).toBe(500);
    expect((await during('unauthorized', '/allocation/fills')).status).toBe(401);
    const page = await during('html', '/allocation/fills');
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const priceless = JSON.parse(await (await during('NaN price', '/allocation/fills')).text());
    expect(priceless.fills[0].price).toBe('NaN');
    const zero = JSON.parse(await (await during('zero iNAV', '/marketdata/v2/inav/HASH11')).text());
    expect(zero.inavPerShare).toBe(0);
    const strange = JSON.parse(await (await during('unmapped account', '/allocation/fills')).text());
    const stranger = strange.fills.filter((row: Row) => row.accountCode === '777777');
    expect(stranger.map((row: Row) => row.accountAlias)).toEqual(['DESK']);
  });
});
