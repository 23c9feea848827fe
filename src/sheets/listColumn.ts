// Columns whose cells hold several things, separated by commas.
import { fail, ok, quote } from '../domain/result';
import type { Time } from '../domain/stamp';
import { msg, type PlainSentence } from '../language/message';
import type { Cell } from './cell';
import { SYMBOL, trimmed } from './column';
import { type Column, column, TEXT } from './columnType';
import { parseTime } from './momentColumn';

const items = (cell: Cell): readonly string[] =>
  trimmed(cell)
    .split(/[;,\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** Names separated by commas; a blank cell is the empty list. */
export const list = (help: PlainSentence, width = 200): Column<readonly string[]> => ({
  ...column<readonly string[]>(
    help,
    'STRING',
    TEXT,
    width,
    (cell) => ok(items(cell)),
    (value) => value.join(', '),
  ),
  whenBlank: { value: [] },
});

/** Symbols separated by commas, in capitals. */
export const tickers = (help: PlainSentence): Column<readonly string[]> => ({
  ...list(help),
  parse: (cell) => {
    const symbols = items(cell).map((symbol) => symbol.toUpperCase());
    const wrong = symbols.find((symbol) => !SYMBOL.test(symbol));
    return wrong === undefined
      ? ok(symbols)
      : fail(msg('{said} is not a symbol; write one such as HASH11', { said: quote(wrong) }));
  },
});

export const emails = (help: PlainSentence): Column<readonly string[]> => ({
  ...list(help),
  takes: 'e-mail addresses, separated by commas',
  parse: (cell) => {
    const wrong = items(cell).find((address) => !/^[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$/.test(address));
    return wrong === undefined
      ? ok(items(cell))
      : fail(msg('{said} is not an e-mail address; write name@house.example', { said: quote(wrong) }));
  },
});

/** `HASH11:3, SOLH11:1`: a whole number by symbol. */
export const unitsByAsset = (help: PlainSentence): Column<Readonly<Record<string, number>>> => ({
  ...column<Readonly<Record<string, number>>>(
    help,
    'STRING',
    TEXT,
    140,
    (cell) => {
      const limits: Record<string, number> = {};
      for (const item of items(cell)) {
        const found = /^([A-Za-z0-9]{2,12})\s*:\s*(\d{1,6})$/.exec(item);
        if (!found?.[1])
          return fail(msg('{said} is not a limit of units; write HASH11:3', { said: quote(item) }));
        const asset = found[1].toUpperCase();
        if (limits[asset] !== undefined) return fail(msg('{asset} stands twice; keep one limit', { asset }));
        limits[asset] = Number(found[2]);
      }
      return ok(limits);
    },
    (value) =>
      Object.keys(value)
        .sort()
        .map((asset) => `${asset}:${value[asset]}`)
        .join(', '),
  ),
  whenBlank: { value: {} },
});

/** `HASH11 14:30, thematics 12:00`: a time of day by ETF or family, kept as it is named. */
export const timesByName = (help: PlainSentence): Column<Readonly<Record<string, Time>>> => ({
  ...column<Readonly<Record<string, Time>>>(
    help,
    'STRING',
    TEXT,
    220,
    (cell) => {
      const times = new Map<string, readonly [name: string, time: Time]>();
      for (const item of items(cell)) {
        const [, name = '', typed = ''] = /^([^:=]*[^:=\s])\s*[\s:=]\s*(\d{1,2}[:h]\d\d)$/i.exec(item) ?? [];
        const time = parseTime(typed);
        if (name === '' || time === null)
          return fail(msg('{said} is not a name with its time; write HASH11 14:30', { said: quote(item) }));
        const key = name.toLowerCase();
        if (times.has(key)) return fail(msg('{name} stands twice; keep one time', { name }));
        times.set(key, [name, time]);
      }
      return ok(Object.fromEntries(times.values()));
    },
    (value) =>
      Object.keys(value)
        .sort()
        .map((name) => `${name} ${value[name]}`)
        .join(', '),
  ),
  whenBlank: { value: {} },
});
