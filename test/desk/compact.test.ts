// What is written down of an outcome is short, and comes back as it was.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compact, compactBeside, restored } from '../../src/desk/journal/packed/compact';
import { optional, price, text, whole } from '../../src/sheets/column';
import { defineTab } from '../../src/sheets/tab';
import { saveRowsOf } from '../../src/sheets/warehouse';
import { printLater } from '../../src/sheets/write';

const many = <T>(n: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: n }, (_, at) => make(at));

describe('an outcome written down short', () => {
  it('comes back as JSON would have brought it, whatever it is', () => {
    const record = fc.dictionary(fc.constantFrom('a', 'b', '$text', '$$', 'columns'), fc.jsonValue());
    const rows = fc.array(fc.array(fc.jsonValue(), { minLength: 2, maxLength: 2 }), {
      minLength: 3,
      maxLength: 6,
    });
    const records = fc.array(fc.record({ a: fc.jsonValue(), $rows: fc.string({ maxLength: 90 }) }), {
      minLength: 3,
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), record, rows, records, fc.array(records)), (value) => {
        expect(restored(compact(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what is optional out, and blanks blank', () => {
    const value = {
      tables: many(5, (at) => ({ tab: 'a', rows: [[at, null, '']], clocks: at ? undefined : ['b'] })),
    };
    expect(restored(compact(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });

  it('holds rows that stand in a tab and in the warehouse once', () => {
    const rows = many(500, (at) => [`fund ${at}`, at * 7, '2024-11-08']);
    const once = compact({ tables: [rows] }).length;
    expect(compact({ tables: [rows], rows: [rows.map((row) => [...row])] }).length).toBeLessThan(once + 200);
  });

  it('holds an amount once that stands in BRL, as text and in cents', () => {
    const cents = many(400, (at) => 100_003 * at * at + (at % 7));
    const states = cents.map((amount) => ({ amount, at: 1 }));
    const tab = cents.map((amount) => [amount / 100, 1]);
    const saved = cents.map((amount) => [String(amount / 100), 1]);
    const once = compact({ states }).length;
    const all = { states, tab, saved };
    expect(compact(all).length).toBeLessThan(once + 300);
    expect(restored(compact(all))).toEqual(all);
  });

  it('gives figures back to the last digit, as numbers where they were numbers and as text where they were text', () => {
    const figure = fc.oneof(
      fc.integer(),
      fc.integer().map((whole) => whole / 100),
      fc.double(),
      fc.constantFrom(0, -0, 0.07, 1.005, 1e21, 1_234_567_890.12, Number.MAX_SAFE_INTEGER),
    );
    const text = fc.oneof(
      figure.map(String),
      fc.constantFrom('1.50', '01', '', '1e3', '12.345', '-0', '9007199254740993'),
    );
    const column = fc.oneof(
      fc.array(figure),
      fc.array(text),
      fc.array(fc.oneof(figure, text, fc.constant(null))),
    );
    fc.assert(
      fc.property(column, column, (one, other) => {
        const rows = Array.from({ length: Math.min(one.length, other.length) }, (_, at) => [
          one[at],
          other[at],
        ]);
        expect(restored(compact({ rows }))).toEqual(JSON.parse(JSON.stringify({ rows })));
      }),
      { numRuns: 1_000 },
    );
  });

  it('holds a broker’s own rows of a tab, and its file, in the tab alone', () => {
    const records = many(3_000, (at) => ({
      a: `broker ${at % 1_000 === 0 ? at : Math.floor(at / 1_000)}`,
      b: at * at * 7,
      c: at % 5,
    }));
    const tab = defineTab<(typeof records)[number]>('rows', 'output', 'Rows.', {
      a: text('the broker'),
      b: whole('shares'),
      c: whole('units'),
    });
    const own = printLater({ ...tab, name: 'own' }, records.slice(1_001, 1_900));
    const content = `a,b,c\n${[...own.rows].map((row) => `${row.join(',')}\n`).join('')}`;
    const tables = [printLater(tab, records)];
    const all = { tables, books: [own], files: [{ content }] };
    expect(compact(all).length).toBeLessThan(compact({ tables }).length + 400);
    expect(restored(compact(all))).toEqual(JSON.parse(JSON.stringify(all)));
  });

  it('gives parts of a list back as they are, whichever rows they are and in whichever order', () => {
    const cut = fc.tuple(fc.nat(200), fc.nat(200), fc.boolean());
    const tab = defineTab<{ a: string | null; n: number }>('rows', 'output', 'Rows.', {
      a: optional(text('the broker')),
      n: whole('shares'),
    });
    const other = { ...tab, columns: { ...tab.columns } };
    const record = fc.record({ a: fc.constantFrom(null, '', 'a'), n: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(record, { minLength: 150, maxLength: 200 }), fc.array(cut), (list, cuts) => {
        const parts = cuts.map(([from, n, turned]) => {
          const part = list.slice(from, from + n);
          return printLater(n % 3 === 0 ? other : tab, turned ? part.reverse() : part);
        });
        const all = { list: printLater(tab, list), parts, again: printLater(tab, list) };
        expect(restored(compact(all))).toEqual(JSON.parse(JSON.stringify(all)));
      }),
      { numRuns: 100 },
    );
  });

  it('holds a value that follows itself again and again once', () => {
    const rows = many(5_000, (at) => [45_604, at < 2_000 ? null : 'late', at]);
    const plain = compact(many(5_000, (at) => [at])).length;
    expect(compact(rows).length).toBeLessThan(plain + 300);
    expect(restored(compact(rows))).toEqual(rows);
  });

  it('holds a file that is also attached once', () => {
    const content = 'trade_date,asset\n'.repeat(1_000);
    const once = compact({ files: [{ content }] }).length;
    expect(compact({ files: [{ content }], mails: [{ content: `${content}` }] }).length).toBeLessThan(
      once + 200,
    );
  });

  it('holds a file whose rows stand in a table by its columns alone', () => {
    const rows = many(400, (at) => [
      '2024-11-08',
      `fund ${(at * 7) % 90}`,
      at * 7919,
      Math.round(624_000 + ((at * 31) % 977)) / 1e4,
    ]);
    const content = [
      'date,fund,shares,price',
      ...rows.map(([a, b, c, d]) => `${a},${b},${c},${Number(d).toFixed(8)}`),
      '',
    ].join('\n');
    const once = compact({ rows }).length;
    expect(compact({ rows, files: [{ content }] }).length).toBeLessThan(once + 200);
    expect(restored(compact({ rows, files: [{ content }] }))).toEqual({ rows, files: [{ content }] });
  });

  it('gives a file back to the letter, whatever its cells look like', () => {
    const cell = fc.constantFrom(
      '1',
      '01',
      '1.0',
      '1.50',
      '-0',
      '0.12345678',
      '1e3',
      '',
      ' 1',
      'NaN',
      '9007199254740993',
      'ã',
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 40, maxLength: 90 }),
        (rows) => {
          const content = rows.map((row) => `${row.join(',')}\n`).join('');
          expect(restored(compact({ content }))).toEqual({ content });
        },
      ),
    );
  });

  it('numbers texts that go together once', () => {
    const names = many(3_000, (at) => [`fund ${(at * 7) % 90}`, `cnpj ${(at * 7) % 90}`]);
    const alone = compact(names.map(([name]) => [name, 1])).length;
    expect(compact(names).length).toBeLessThan(alone + 90 * 12);
    expect(restored(compact(names))).toEqual(names);
  });

  it('keeps characters that no spreadsheet is asked to keep', () => {
    const text = 'Ação – 🙂 \u2028\n\t\u0000 \ud800 end'.repeat(9);
    expect(restored(compact({ text }))).toEqual({ text: JSON.parse(JSON.stringify(text)) });
  });

  it('writes a member of it down as it would alone, whatever stands beside it', () => {
    const rows = many(300, (at) => ({ fund: `fund ${at % 9}`, amount: at * 701, note: at % 3 ? 'a' : null }));
    const member = { lines: rows, day: '2024-11-08', text: 'x'.repeat(90) };
    const all = {
      tables: [rows.map(({ fund, amount }) => [fund, amount / 100])],
      member,
      text: 'x'.repeat(90),
    };
    const made = compactBeside(all, member);
    expect(made.member).toBe(compact(member));
    expect(restored(made.member)).toEqual(member);
    expect(restored(made.whole)).toEqual(all);
    expect(made.whole.length).toBeLessThan(compact(all).length + 10);
    expect(compactBeside(all, null)).toEqual({ whole: compact(all), member: '' });
  });

  it('gives rows that are made whenever they are asked for back as rows, in a list of their own too', () => {
    const tab = defineTab<{ fund: string; paid: number }>('rows', 'output', 'Rows.', {
      fund: text('the fund’s name'),
      paid: price('BRL'),
    });
    const tables = many(5, (at) => printLater(tab, [{ fund: `fund ${at}`, paid: at + 0.5 }]).rows);
    expect(restored(compact({ tables }))).toEqual(JSON.parse(JSON.stringify({ tables })));
  });

  it('takes rows of the warehouse column by column, and gives them back as rows', () => {
    const tab = defineTab<{ fund: string; paid: number | null }>('rows', 'hidden', 'Rows.', {
      fund: text('the fund’s name'),
      paid: optional(price('BRL')),
    });
    for (const n of [0, 1, 3, 4, 150]) {
      const sources = many(n, (at) => at);
      const saved = saveRowsOf('rows', tab, sources, (at) => ({
        fund: `fund ${at % 7}`,
        paid: at % 5 === 0 ? null : at / 100,
      }));
      const rows = [...saved.rows];
      expect(rows).toHaveLength(n);
      expect(restored(compact({ saved }))).toEqual({ saved: JSON.parse(JSON.stringify({ ...saved, rows })) });
    }
  });
});
