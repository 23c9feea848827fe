import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { plain } from '../../../src/local/cli/paint';
import { run } from '../../../src/local/cli/run';
import { fromSaoPaulo } from '../../../src/local/host/clock';
import { COMPLETE, type Fake, fakeWorld, report, type Script, WHOLE_DAY } from './fakeWorld';

const ROOT = join(__dirname, '../../..');

/** A file system of its own, where the machine has one. */
const OTHER_DISK = '/dev/shm';
const onTwoDisks =
  existsSync(OTHER_DISK) && statSync(OTHER_DISK).dev !== statSync(tmpdir()).dev ? it : it.skip;

describe('npm start', () => {
  let cwd = '';
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'start-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));

  const start = async (line: string, fake: Fake = fakeWorld()) => {
    const printed: string[] = [];
    const args = line.split(' ').filter((word) => word !== '');
    const all = args.includes('--dir') ? args : [...args, '--dir', 'desk'];
    const code = await run(all, {
      root: ROOT,
      cwd,
      paint: plain,
      print: (text) => printed.push(...text.split('\n')),
      openWorld: fake.open,
    });
    return { code, text: printed.join('\n'), printed, fake };
  };
  const stagesOf = (printed: readonly string[]): readonly string[] =>
    printed.filter((line) => /^\d\d:\d\d {2}/.test(line)).map((line) => line.slice(0, 5));

  it('plays the whole day, a line a stage, and ends with 0 when it is COMPLETE', async () => {
    const { code, text, printed, fake } = await start('--no-serve');
    expect(code).toBe(0);
    expect(stagesOf(printed)).toEqual(['10:15', '12:00', '13:00', '15:00', '15:30', '18:35']);
    expect(text).toContain('✓ Primary units, nasdaq        primary done · 2 mails · 10 rows · 0.0 s');
    expect(text).toContain('= Adjustment cycle, 2          unchanged: adjustments done · 0.0 s');
    expect(text).toContain('2024-11-08 is COMPLETE');
    expect(fake.closed).toBe(true);
  });

  it('sums up per ETF and per stage in the desk’s language, and says where everything lies', async () => {
    await start('--until initial');
    mkdirSync(join(cwd, 'desk/files/Desk/Aurora'), { recursive: true });
    writeFileSync(join(cwd, 'desk/files/Desk/Aurora/aloc_trading_2024-11-08.csv'), '');
    const { text } = await start('', fakeWorld({ language: null }));
    expect(text).toContain('Pregão de 08/11/2024');
    expect(text).toContain(
      'ETF     lado            alvo  executado      primário  devolvido  em aberto    a mais   feito  em aberto pela cota oficial  a mais pela cota oficial',
    );
    expect(text).toContain(
      'HASH11  compra  1.234.567,50     999,99  1.250.000,00       0,00       0,00  1.000,00  100,1%                        12,50                      0,00',
    );
    expect(text).toContain('Ciclo de ajuste          1        2      10       0,0');
    for (const place of [
      'trading-desk.xlsx',
      'warehouse.duckdb',
      'outbox',
      'files/Desk/Aurora/aloc_trading_2024-11-08.csv',
    ]) {
      expect(text).toContain(join(cwd, 'desk', place));
    }
  });

  it('sums up no side on which funds of the other one only gave back: it has no figure of its own', async () => {
    const [buys] = COMPLETE.assets;
    const nothing = { target: 0, executed: 0, primary: 0, givenBack: 0, open: 0, over: 0, overAtNav: 0 };
    const sells = { ...buys, ...nothing, side: 'SELL', done: 1, openAtNav: 0 };
    const assets = [{ ...buys, givenBack: 70 }, sells, { ...sells, asset: 'BITH11', executed: 5 }];
    const { text } = await start('', fakeWorld({ status: { ...COMPLETE, assets } }));
    expect(text.match(/^(HASH11|BITH11) +(BUY|SELL)/gm)).toEqual(['HASH11  BUY', 'BITH11  SELL']);
  });

  it('lays out a new book: tabs, sample rows by the tab’s own header, addresses, token, then the two files', async () => {
    const { fake } = await start('--until initial');
    expect(fake.calls.map(([fn]) => fn).slice(0, 5)).toEqual([
      'setUp',
      'setUp',
      'saveSecret',
      'importFiles',
      'nextSteps',
    ]);
    expect(fake.calls[2]?.[1]).toEqual(['open sesame']);
    expect(fake.tabs.get('etfs')?.slice(0, 2)).toEqual([
      ['family', 'asset', 'note', 'limit_bps'],
      ['nasdaq', 'HASH11', '', 60],
    ]);
    expect(fake.tabs.get('brokers')?.[1]).toEqual(['Corretora Aurora', 0.6, '70311, 70312']);
    const settings = fake.tabs.get('settings') ?? [];
    expect(settings).toContainEqual(['DESK_NAME', 'Mesa de ETFs', 'how e-mails are signed']);
    expect(settings).toContainEqual(['tolerance', '', 'BRL']);
    expect(settings).toContainEqual(['TRADING_API_URL', 'http://127.0.0.1:4321', '']);
    expect(settings).toContainEqual(['INAV_API_URL', 'http://127.0.0.1:4321', '']);
    // What only the desk knows of its funds lies there before the import: it is no edit of what the file brought.
    const money = (fake.tabs.get('fund-stats') ?? []).slice(1);
    expect(money.at(-1)?.[0]).toBe('Ipê');
    expect(
      money.slice(0, -1).map(([name, cnpj]) => [name !== '', /^[\dA-Z./-]{18}$/.test(String(cnpj))]),
    ).toEqual(Array.from({ length: 13 }, () => [true, true]));
    const [funds, trades] = fake.calls[3]?.[1] ?? [];
    expect(String(funds)).toContain('fund_cnpj');
    expect(String(trades)).toContain('Fund,CNPJ,Asset,Side,Amount,Strategy');
  });

  it('leaves a book with funds as it is, but for the addresses of this start', async () => {
    const { fake } = await start('--until initial');
    fake.tabs.set('settings', [
      ['value', 'key'],
      ['http://127.0.0.1:1', 'TRADING_API_URL'],
      ['mine', 'DESK_NAME'],
    ]);
    fake.calls.length = 0;
    await start('', fake);
    expect(fake.calls.map(([fn]) => fn).slice(0, 3)).toEqual(['setUp', 'saveSecret', 'takeUpDay']);
    expect(fake.tabs.get('settings')).toEqual([
      ['value', 'key'],
      ['http://127.0.0.1:4321', 'TRADING_API_URL'],
      ['mine', 'DESK_NAME'],
      ['http://127.0.0.1:4321', 'INAV_API_URL'],
    ]);
  });

  it('imports the reader’s own files, without the sample’s holdings', async () => {
    writeFileSync(join(cwd, 'f.json'), '{"funds":[]}');
    writeFileSync(join(cwd, 't.csv'), 'Fund,CNPJ\n');
    const { fake } = await start('--funds f.json --trades t.csv');
    expect(fake.calls.find(([fn]) => fn === 'importFiles')?.[1]).toEqual(['{"funds":[]}', 'Fund,CNPJ\n']);
    expect(fake.tabs.get('holdings')).toHaveLength(1);
  });

  it('lets ETFs of the reader’s own files trade, says that their figures are invented, and keeps to them', async () => {
    writeFileSync(join(cwd, 'f.json'), '{}');
    writeFileSync(join(cwd, 't.csv'), '');
    const etfs = [['ABCD11', 'HASH11, ABCD11']] as const;
    const { text, fake } = await start('--funds f.json --trades t.csv', fakeWorld({ own: etfs }));
    expect(fake.tabs.get('etfs')?.at(-1)).toEqual(['own', 'ABCD11', '', 60]);
    expect(text).toMatch(/ABCD11 is not in the sample: its price \(BRL [\d.]+\).* are invented\./);
    expect(text).toContain('fill in the tab market-data');
    const [listed] = fake.listed;
    const kept = JSON.parse(readFileSync(join(cwd, 'desk', 'market.json'), 'utf8'));
    expect(kept).toEqual([listed]);
    expect((await start('', fake)).fake.listed[1]).toEqual(listed);
  });

  it('goes on calling a price invented that a refused run has fetched from the simulator; another one is its reader’s', async () => {
    writeFileSync(join(cwd, 'f.json'), '{}');
    writeFileSync(join(cwd, 't.csv'), '');
    const refused = { '10:15': [report('initial', { status: 'refused' })] };
    const own = [['ABCD11', 'ABCD11']] as const;
    const fake = fakeWorld({
      own,
      script: refused,
      status: { ...COMPLETE, date: null },
      said: { ABCD11: 99.5 },
    });
    await start('--funds f.json --trades t.csv', fake);
    const at = new Date(fromSaoPaulo('2024-11-08T10:15:00'));
    const quoted = async (inav: number, asOf: Date | string) => {
      fake.tabs.set('market-data', [
        ['asset', 'inav', 'as_of'],
        ['ABCD11', inav, asOf],
      ]);
      return (await start('', fake)).text;
    };
    expect(await quoted(99.5, at)).toMatch(/ABCD11 is not in the sample: .* are invented/);
    expect(await quoted(98, at)).toContain('ABCD11 trades around BRL 98.00 as market-data');
    expect(await quoted(99.5, '')).toContain('ABCD11 trades around BRL 99.50 as market-data');
  });

  it('says when it is stopped that the next start goes on, and that it may ask about a mail', async () => {
    const exit = jest.spyOn(process, 'exit').mockImplementation(() => {
      throw new Error('ended');
    });
    try {
      const open: Fake['open'] = async () => {
        process.emit('SIGINT');
        throw new Error('not reached');
      };
      const { text } = await start('--no-serve', { ...fakeWorld(), open });
      expect(exit).toHaveBeenCalledWith(130);
      expect(text).toContain(
        'npm start goes on from there; of a mail that was just going out it may ask you.',
      );
      expect(text).not.toContain('not reached');
    } finally {
      exit.mockRestore();
    }
  });

  it('takes the price of market-data until the first day has begun', async () => {
    const { fake } = await start('--fresh');
    fake.tabs.get('etfs')?.push(['own', 'ABCD11', '', 60]);
    fake.tabs.set('market-data', [
      ['asset', 'inav', 'shares_per_unit', 'avg_volume'],
      ['ABCD11', 12.5, 1000, ''],
    ]);
    expect((await start('', fake)).text).toContain('ABCD11 trades around BRL 12.50 as market-data says');
    await start('--until initial', fake);
    fake.tabs.set('market-data', [
      ['asset', 'inav'],
      ['ABCD11', 99],
    ]);
    expect((await start('', fake)).text).toContain('ABCD11 trades around BRL 12.50');
  });

  it('never lists what no fund may trade: a mistyped code is the desk’s to refuse', async () => {
    writeFileSync(join(cwd, 'f.json'), '{}');
    writeFileSync(join(cwd, 't.csv'), '');
    const { fake } = await start('--funds f.json --trades t.csv', fakeWorld({ own: [['ABDC11', 'ABCD11']] }));
    expect([fake.listed, fake.tabs.get('etfs')?.flat().includes('ABDC11')]).toEqual([[], false]);
  });

  it('imports new trades alone into a desk that has its funds, but not into a new one', async () => {
    writeFileSync(join(cwd, 't.csv'), 'Fund,CNPJ\n');
    const alone = await start('--trades t.csv');
    expect([alone.code, alone.fake.calls]).toEqual([2, []]);
    expect(alone.text).toContain('A new desk needs --funds and --trades together');
    const { fake } = await start('--fresh');
    fake.calls.length = 0;
    await start('--trades t.csv', fake);
    expect(fake.calls[3]).toEqual(['importFiles', [null, 'Fund,CNPJ\n']]);
  });

  it('refuses files for a day that has begun, and says what to do; another day takes them', async () => {
    writeFileSync(join(cwd, 't.csv'), 'Fund,CNPJ\n');
    const { fake } = await start('--until initial');
    fake.calls.length = 0;
    const { code, text, printed } = await start('--trades t.csv', fake);
    expect([code, stagesOf(printed)]).toEqual([2, []]);
    expect(text).toContain(`The desk in ${join(cwd, 'desk')} has begun 2024-11-08 with other orders`);
    expect(text).toContain('--fresh --until final');
    expect(fake.calls.map(([fn]) => fn)).not.toContain('importFiles');
    await start('--trades t.csv --date 2024-11-11', fake);
    expect(fake.calls.map(([fn]) => fn)).toContain('importFiles');
  });

  it('goes on when the import only warns', async () => {
    const { code, text } = await start(
      '',
      fakeWorld({ importWarnings: ['daily-trades!F39: AdjustmentOrder'] }),
    );
    expect(code).toBe(0);
    expect(text).toContain('daily-trades!F39: AdjustmentOrder');
  });

  it('stops at what the import complains about', async () => {
    const { code, text, printed } = await start(
      '',
      fakeWorld({ importErrors: ['daily-trades!E7: write 1234.56'] }),
    );
    expect([code, stagesOf(printed)]).toEqual([1, []]);
    expect(text).toContain('daily-trades!E7: write 1234.56');
  });

  it.each([
    ['initial', ['10:15']],
    ['primary', ['10:15', '12:00', '13:00']],
    ['adjustments', ['10:15', '12:00', '13:00', '15:00', '15:30']],
    ['final', ['10:15', '12:00', '13:00', '15:00', '15:30', '18:35']],
  ])('goes until %s and no further', async (stage, times) => {
    const { code, printed } = await start(`--until ${stage}`);
    expect([code, stagesOf(printed)]).toEqual([0, times]);
  });

  it('ends with 1 and says what is missing when the day stays PENDING', async () => {
    const status = {
      ...COMPLETE,
      complete: false,
      state: 'PENDING',
      missing: ['HASH11 BUY: 1 fill is PENDING'],
    };
    const { code, text } = await start('', fakeWorld({ status }));
    expect(code).toBe(1);
    expect(text).toContain('2024-11-08 is PENDING.\n  HASH11 BUY: 1 fill is PENDING');
  });

  it('plays nothing after refused morning orders, and prints the problems', async () => {
    const refused = report('initial', {
      status: 'refused',
      headline: '1 problem',
      problems: ['etfs!E2: blank'],
    });
    const { code, text, printed } = await start(
      '--until initial',
      fakeWorld({ script: { ...WHOLE_DAY, '10:15': [refused] } }),
    );
    expect([code, stagesOf(printed)]).toEqual([1, ['10:15']]);
    expect(text).toContain('✗ Initial orders               refused: 1 problem');
    expect(text).toContain('etfs!E2: blank');
  });

  it('says so when nothing is due, and leaves the verdict to the day’s status', async () => {
    const over = await start('', fakeWorld({ script: {} }));
    expect(over.code).toBe(0);
    expect(over.text).toContain('Nothing was due on 2024-11-08: the day is over.');
    const closed = {
      ...COMPLETE,
      date: null,
      complete: false,
      state: 'PENDING',
      missing: ['the day was not opened'],
    };
    expect((await start('', fakeWorld({ script: {}, status: closed }))).code).toBe(1);
  });

  it('shows no table of another day under this one, and is not good because that one is', async () => {
    const script = { '10:15': [report('initial', { status: 'refused', headline: 'B3 says no' })] };
    for (const line of ['', '--until initial']) {
      const { code, text } = await start(`--date 2024-11-11 ${line}`, fakeWorld({ script }));
      expect(text).toContain('No day was opened on 2024-11-11; the last one that was is 2024-11-08');
      expect(text).not.toMatch(/^HASH11/m);
      expect(text).not.toContain('COMPLETE');
      expect(code).toBe(1);
    }
  });

  it('says that B3 is closed, in the desk’s words, and shows nothing of the day before', async () => {
    const closed = 'a B3 não abre hoje';
    for (const line of ['', '--until initial']) {
      const { code, text } = await start(line, fakeWorld({ script: {}, closed }));
      expect(text).toContain('A B3 não abre hoje.');
      expect(text).not.toMatch(/^HASH11|COMPLET|PENDEN/m);
      expect(code).toBe(2);
    }
  });

  it('begins no desk on a day on which B3 is closed, and puts none aside for it; for its reader it lays out any day', async () => {
    const closed = 'B3 is closed on 2024-11-10 (a Sunday)';
    const on = (line: string) => start(`--date 2024-11-10 ${line}`, fakeWorld({ script: {}, closed }));
    const desk = join(cwd, 'desk');
    const said = [
      'B3 is closed on 2024-11-10 (a Sunday). ',
      `Nada mudou: nenhuma mesa foi começada em ${desk}.`,
    ].join('');
    const { code, printed } = await on('--no-serve');
    expect([code, printed, existsSync(desk)]).toEqual([2, [said], false]);
    expect((await on('--fresh')).code).toBe(0);
    const stands = readFileSync(join(desk, 'desk.json'), 'utf8');
    expect((await on('--fresh --until final')).printed).toEqual([said]);
    expect([readFileSync(join(desk, 'desk.json'), 'utf8'), readdirSync(cwd)]).toEqual([stands, ['desk']]);
  });

  it('tells a refusal that repeats at every tick once, and forgives it when the stage gets through', async () => {
    const refused = report('primary', { status: 'refused', headline: 'no answer', problems: ['503'] });
    const script: Script = {
      '10:15': [report('initial')],
      '12:00': [refused],
      '12:05': [refused],
      '12:10': [report('primary')],
    };
    const { code, printed } = await start(
      '--until primary',
      fakeWorld({ script: { ...script, '12:15': [report('final')] } }),
    );
    expect(stagesOf(printed).slice(0, 2)).toEqual(['10:15', '12:00']);
    expect(code).toBe(1);
    const { code: whole, printed: all } = await start('--dir other', fakeWorld({ script }));
    expect([whole, stagesOf(all)]).toEqual([0, ['10:15', '12:00', '12:10']]);
  });

  it('lists each warning once and counts what it leaves out', async () => {
    const warnings = Array.from({ length: 10 }, (_, i) => `warning ${i}`);
    const script = { '10:15': [report('initial', { warnings })], '18:35': [report('final', { warnings })] };
    const { printed } = await start('', fakeWorld({ script }));
    expect(printed.filter((line) => line.startsWith('  warning '))).toHaveLength(8);
    expect(printed).toContain('  and 2 more, in the log tab');
  });

  it('fails when a broker could not read an order', async () => {
    const { code, text } = await start('', fakeWorld({ rejected: ['mail 3, row 2: side is blank'] }));
    expect(code).toBe(1);
    expect(text).toContain('A broker could not read an order: mail 3, row 2: side is blank');
  });

  it('refuses an answer that it does not understand rather than showing half of it', async () => {
    const broken = { ...COMPLETE, assets: [{ ...COMPLETE.assets[0], open: 'NaN' }] };
    const { code, text, fake } = await start('', fakeWorld({ status: broken }));
    expect(code).toBe(1);
    expect(text).toContain('The bundle answered "NaN" for open');
    expect(fake.closed).toBe(true);
  });

  it('keeps nothing of a dry run, and does not touch the desk it was copied from', async () => {
    await start('--until initial');
    const before = readFileSync(join(cwd, 'desk', 'clock.json'), 'utf8');
    const { code, text, fake } = await start('--dry-run');
    expect(code).toBe(0);
    expect(text).toContain('simulação: nada é guardado');
    expect(text).not.toContain('trading-desk.xlsx');
    expect(fake.opened?.dir).not.toBe(join(cwd, 'desk'));
    expect(existsSync(fake.opened?.dir ?? '')).toBe(false);
    expect(readFileSync(join(cwd, 'desk', 'clock.json'), 'utf8')).toBe(before);
  });

  it('removes the copy of a dry run that failed', async () => {
    const { code, fake } = await start('--dry-run', fakeWorld({ status: null }));
    expect([code, existsSync(fake.opened?.dir ?? '')]).toEqual([1, false]);
  });

  it('lays out the morning’s book again with --fresh, and plays it only when told how far', async () => {
    await start('');
    const fresh = await start('--fresh');
    expect([fresh.code, stagesOf(fresh.printed)]).toEqual([0, []]);
    expect(fresh.text).toContain('It is 09:00; nothing runs by itself');
    expect(existsSync(join(cwd, 'desk', 'trading-desk.xlsx'))).toBe(true);
    expect(stagesOf((await start('--fresh --until initial')).printed)).toEqual(['10:15']);
  });

  it('keeps the desk that --fresh replaces aside, the last one only, and says where; it opens as it was', async () => {
    expect((await start('--seed 11')).text).not.toContain('before-');
    writeFileSync(join(cwd, 'desk', 'mine.txt'), 'notes');
    expect((await start('--fresh')).text).toContain(`está em ${join(cwd, 'desk.before-1')} até`);
    expect(readFileSync(join(cwd, 'desk.before-1', 'mine.txt'), 'utf8')).toBe('notes');
    expect((await start('--dir desk.before-1 --until initial')).fake.opened?.seed).toBe(11);
    await start('--empty');
    expect(readdirSync(cwd).sort()).toEqual(['desk', 'desk.before-2']);
  });

  it('moves the rest aside where a fresh start was cut off in the middle of it', async () => {
    await start('--seed 11');
    await start('--fresh');
    mkdirSync(join(cwd, 'desk', 'files'), { recursive: true });
    writeFileSync(join(cwd, 'desk', 'files', 'rest.txt'), 'rest');
    const cleared = { seed: 11, begun: 'played', state: 'cleared' };
    writeFileSync(join(cwd, 'desk', 'desk.json'), JSON.stringify(cleared));
    await start('--fresh');
    expect(readFileSync(join(cwd, 'desk.before-1', 'files', 'rest.txt'), 'utf8')).toBe('rest');
    expect(existsSync(join(cwd, 'desk', 'files'))).toBe(false);
  });

  onTwoDisks('copies what lies on a disk of its own, and removes what was copied whole', async () => {
    await start('--seed 11');
    const elsewhere = mkdtempSync(join(OTHER_DISK, 'start-'));
    cpSync(join(cwd, 'desk'), join(elsewhere, 'desk'), { recursive: true });
    rmSync(join(cwd, 'desk'), { recursive: true });
    symlinkSync(join(elsewhere, 'desk'), join(cwd, 'desk'));
    writeFileSync(join(cwd, 'desk', 'mine.txt'), 'notes');
    expect((await start('--fresh')).code).toBe(0);
    expect(readFileSync(join(cwd, 'desk.before-1', 'mine.txt'), 'utf8')).toBe('notes');
    expect(existsSync(join(elsewhere, 'desk', 'mine.txt'))).toBe(false);
    writeFileSync(join(cwd, 'desk', 'mine.txt.moved'), 'half of them');
    const cleared = { seed: 11, begun: 'played', state: 'cleared' };
    writeFileSync(join(cwd, 'desk', 'desk.json'), JSON.stringify(cleared));
    expect((await start('')).code).toBe(0);
    expect(readFileSync(join(cwd, 'desk.before-1', 'mine.txt'), 'utf8')).toBe('notes');
    expect(readdirSync(join(cwd, 'desk')).filter((name) => name.endsWith('.moved'))).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  it('opens a desk that was laid out for its reader as it stands, and plays it only when told how far', async () => {
    await start('--fresh');
    const again = await start('');
    expect([again.code, stagesOf(again.printed)]).toEqual([0, []]);
    expect(stagesOf((await start('--until initial')).printed)).toEqual(['10:15']);
    expect(stagesOf((await start('--no-serve')).printed).length).toBeGreaterThan(1);
  });

  it('leaves an empty spreadsheet to Set up, also when it is opened again', async () => {
    const empty = await start('--empty');
    expect([empty.code, empty.fake.calls]).toEqual([0, []]);
    expect(empty.text).toContain('token open sesame');
    expect((await start('')).fake.calls).toEqual([]);
    const { code, text } = await start('--trades t.csv');
    expect([code, text.includes('t.csv cannot be read')]).toEqual([2, true]);
    writeFileSync(join(cwd, 't.csv'), 'Fund,CNPJ\n');
    expect((await start('--trades t.csv')).text).toContain('began empty: import the files from its menu');
  });

  it('never uses, let alone empties, a folder that is not a desk’s', async () => {
    mkdirSync(join(cwd, 'desk'));
    writeFileSync(join(cwd, 'desk', 'thesis.txt'), 'years of work');
    for (const line of ['', '--fresh', '--dry-run']) {
      const { code, text } = await start(line);
      expect(code).toBe(2);
      expect(text).toContain('holds something else than a desk');
    }
    expect(readFileSync(join(cwd, 'desk', 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  it('keeps a desk’s seed, and refuses another one for the same desk', async () => {
    expect((await start('--seed 42 --until initial')).fake.opened?.seed).toBe(42);
    expect((await start('')).fake.opened?.seed).toBe(42);
    const { code, text } = await start('--seed 43');
    expect(code).toBe(2);
    expect(text).toContain('was started with seed 42');
    expect((await start('--seed 43 --fresh')).fake.opened?.seed).toBe(43);
  });

  it('says which file cannot be read, and why', async () => {
    writeFileSync(join(cwd, 'latin.csv'), Buffer.from([0x49, 0x70, 0xea]));
    writeFileSync(join(cwd, 'f.json'), '{}');
    const missing = await start('--funds none.json --trades latin.csv');
    expect(missing.code).toBe(2);
    expect(missing.text).toContain(
      `--funds ${join(cwd, 'none.json')} cannot be read: there is no such file.`,
    );
    expect((await start(`--funds ${cwd} --trades f.json`)).text).toContain('it is a folder');
  });

  it('does no more than --until says on a desk that has run that far', async () => {
    const fake = fakeWorld();
    expect((await start('--until primary', fake)).code).toBe(0);
    const again = await start('--until primary', fake);
    expect([again.code, stagesOf(again.printed)]).toEqual([0, []]);
    expect(again.text).toContain('Primary units: nothing of it is left today.');
    expect(stagesOf((await start('--until adjustments', fake)).printed)).toEqual(['15:00', '15:30']);
  });

  it('ends with 3 where something waits for a person, says so and plays nothing on', async () => {
    const problems = ['it is not known whether "Orders" to a@b.example went out'].map((text) => ({
      tab: null,
      cell: null,
      text,
    }));
    await start('--until initial');
    const { code, text, printed } = await start('', fakeWorld({ takenUp: { problems } }));
    expect([code, stagesOf(printed)]).toEqual([3, []]);
    expect(text).toContain(
      'it is not known whether "Orders" to a@b.example went out\nSomething waits for a person',
    );
    const held = report('primary', { status: 'held', problems: ['settle it'] });
    const script = { ...WHOLE_DAY, '12:00': [held] };
    const stopped = await start('--dir other', fakeWorld({ script }));
    expect([stopped.code, stagesOf(stopped.printed)]).toEqual([3, ['10:15', '12:00']]);
    expect(stopped.text).toContain('Something waits for a person');
  });

  it('ends with 4 where a file could not be read, names it, and plays nothing on', async () => {
    const losses = [{ file: 'desk/clock.json', aside: 'desk/clock.json.damaged-1' }];
    const { code, text, printed } = await start('', fakeWorld({ losses }));
    expect([code, stagesOf(printed)]).toEqual([4, []]);
    expect(text).toContain('desk/clock.json could not be read: it lies in desk/clock.json.damaged-1 now');
    writeFileSync(join(cwd, 'desk', 'desk.json'), '{"seed":');
    const torn = await start('');
    expect(torn.code).toBe(4);
    expect(torn.text).toContain('desk.json.damaged-1 now');
    expect((await start('')).code).toBe(0);
  });

  it('opens no page, at each start, while mails are forgotten or gone: by its menu stages would run beside them', async () => {
    const mail = { file: 'desk/outbox/0002-b.eml', aside: null };
    const opened: string[] = [];
    const startWith = async (what: Parameters<typeof fakeWorld>[0]) => {
      const fake = fakeWorld(what);
      const open: Fake['open'] = async (options) => ({
        ...(await fake.open(options)),
        openPage: async () => {
          opened.push('page');
          process.nextTick(() => process.emit('SIGINT'));
          return { url: 'http://127.0.0.1:1', close: async () => undefined };
        },
      });
      return start('', { ...fakeWorld(), open });
    };
    await start('--until initial');
    for (const lost of [{ forgotten: ['Orders'] }, { losses: [{ ...mail, stays: true } as const] }]) {
      const { code, text } = await startWith(lost);
      expect([code, opened]).toEqual([4, []]);
      expect(text).toContain('no page is opened');
    }
    // A file that is made anew is looked at in the page.
    expect((await startWith({ losses: [{ file: 'desk/clock.json', aside: null }] })).code).toBe(4);
    expect(opened).toEqual(['page']);
  });

  it('lays the book out from its beginning where an earlier start was cut off, with the same files', async () => {
    await start('--until initial');
    const mark = (state: string): void =>
      writeFileSync(join(cwd, 'desk', 'desk.json'), JSON.stringify({ seed: 7, begun: 'played', state }));
    mark('new');
    const { fake } = await start('--until initial');
    expect(fake.calls.map(([fn]) => fn).slice(0, 4)).toEqual(['setUp', 'setUp', 'saveSecret', 'importFiles']);
    mark('new with files');
    const { code, text } = await start('');
    expect([code, text.includes('was cut off: name them again with --funds and --trades')]).toEqual([
      2,
      true,
    ]);
    mark('cleared');
    expect((await start('')).fake.calls[0]?.[0]).toBe('setUp');
  });

  it.each([
    ['Windows-1252', Buffer.from('Ipê;1', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffIpê;1', 'utf16le')],
  ])('reads what Excel wrote in %s', async (_encoding, bytes) => {
    writeFileSync(join(cwd, 't.csv'), bytes);
    writeFileSync(join(cwd, 'f.json'), '{}');
    const { fake } = await start('--funds f.json --trades t.csv');
    expect(fake.calls.find(([fn]) => fn === 'importFiles')?.[1]).toEqual(['{}', 'Ipê;1']);
  });

  it('prints help and wrong options without opening a desk', async () => {
    const help = await start('--help');
    expect([help.code, help.fake.opened]).toEqual([0, null]);
    const wrong = await start('--until noon');
    expect([wrong.code, wrong.fake.opened]).toEqual([2, null]);
  });
});
