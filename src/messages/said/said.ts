// What the desk says, in the desk's language. Stages, readers and services say English: that is what tests, fingerprints and
// the warehouse keep. Whoever shows a sentence to a trader looks it up here; one that is not known stays as it was said.

import { formatWhole } from '../../language/figures';
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { print } from '../../language/print';
import { DESK } from './desk.pt';
import { LABELS } from './labels.pt';
import { NOTES } from './notes.pt';
import type { Phrase } from './phrase';
import { READING } from './reading.pt';
import { SERVICES } from './services.pt';
import { STAGES } from './stages.pt';

export const PHRASES: readonly Phrase[] = [...STAGES, ...READING, ...DESK, ...SERVICES, ...NOTES];

export interface Said {
  readonly text: string;
  /** The language that it is in after all: screen readers pronounce by it. */
  readonly language: Language;
}

/** A sentence, or a problem as it is printed with its place: `daily-trades!E7: …`. */
export function say(sentence: string, language: Language): Said {
  if (language === 'en') return { text: sentence, language };
  const known = inPortuguese(sentence);
  if (known !== null) return { text: known, language };
  return { text: sentence, language: isNeutral(sentence) ? language : 'en' };
}

/** The words alone: for mails, alerts and tabs. */
export const sayText = (sentence: string | Message, language: Language): string =>
  typeof sentence === 'string' ? say(sentence, language).text : print(sentence, language);

/** Every line for itself. */
export const sayLines = (text: string, language: Language): string =>
  text
    .split('\n')
    .map((line) => sayText(line, language))
    .join('\n');

/** The name of a figure; a fund's or an ETF's name is the same in every language. */
export const sayLabel = (label: string, language: Language): string =>
  language === 'en' ? label : (LABELS[label] ?? inPortuguese(label) ?? label);

// --- how it is looked up -----------------------------------------------------------------------------------------

interface Kind {
  readonly pattern: string;
  /** null = it holds a sentence that nobody knows: then it is not this phrase. */
  readonly print: (value: string) => string | null;
}

const asIs = (value: string): string => value;
const each = (value: string, between: string, joined: string): string =>
  value
    .split(between)
    .map((part) => inPortuguese(part) ?? part)
    .join(joined);
const SIDES: Readonly<Record<string, string>> = { BUY: 'compra', SELL: 'venda' };

const KINDS: Readonly<Record<string, Kind>> = {
  n: { pattern: '\\d+', print: (value) => formatWhole(Number(value), 'pt') },
  money: { pattern: '-?R\\$ -?[\\d.,]+', print: asIs },
  date: { pattern: '\\d{4}-\\d\\d-\\d\\d', print: (value) => value.split('-').reverse().join('/') },
  side: { pattern: 'BUY|SELL', print: (value) => SIDES[value] ?? value },
  decimal: { pattern: '-?\\d+(?:\\.\\d+)?', print: (value) => value.replace('.', ',') },
  time: { pattern: '\\d\\d:\\d\\d', print: asIs },
  code: { pattern: '[^\\s:;,]+', print: asIs },
  said: { pattern: '[\\s\\S]+?', print: (value) => inPortuguese(value) ?? value },
  known: { pattern: '[\\s\\S]+?', print: (value) => inPortuguese(value) },
  saids: { pattern: '[\\s\\S]+?', print: (value) => each(value, '; ', '; ') },
  ands: { pattern: '[\\s\\S]+?', print: (value) => each(value, ' and ', ' e ') },
};
const ANY: Kind = { pattern: '[\\s\\S]+?', print: asIs };
const kindOf = (hole: string): Kind => KINDS[/^[a-z]+/.exec(hole)?.[0] ?? ''] ?? ANY;

interface Compiled {
  readonly pattern: RegExp;
  readonly holes: readonly string[];
  /** The longest piece between two holes: without it nothing has to be tried. */
  readonly piece: string;
  readonly fixed: number;
  readonly portuguese: string;
}

function compile([english, portuguese]: Phrase): Compiled {
  const parts = english.split(/\{(\w+)\}/);
  const pieces = parts.filter((_part, index) => index % 2 === 0);
  const holes = parts.filter((_part, index) => index % 2 === 1);
  const source = parts
    .map((part, index) => (index % 2 === 0 ? escaped(part) : `(${kindOf(part).pattern})`))
    .join('');
  return {
    pattern: new RegExp(`^${source}$`),
    holes,
    piece: pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), ''),
    fixed: pieces.join('').length,
    portuguese,
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

let compiled: readonly Compiled[] | null = null;

/** The most particular phrase first; made when the first sentence is looked up. */
function phrases(): readonly Compiled[] {
  compiled ??= PHRASES.map(compile).sort((a, b) => b.fixed - a.fixed);
  return compiled;
}

/** A tab, a cell, a file or a broker's inbox before what is wrong there. */
const PLACE = /^(_?[a-z]+(?:-[a-z]+)*|trades file|fund file|inbox of [^!:]+)(![A-Z]+\d+|!1:1)?: ([\s\S]+)$/;
const FILES: Readonly<Record<string, string>> = {
  'trades file': 'arquivo de ordens',
  'fund file': 'arquivo de fundos',
};

function inPortuguese(sentence: string): string | null {
  // A cell, a file or an inbox is a place for certain; one word may as well begin a sentence.
  return /^[^:]*[ !][^:]*: /.test(sentence)
    ? (placed(sentence) ?? whole(sentence))
    : (whole(sentence) ?? placed(sentence));
}

function whole(sentence: string): string | null {
  for (const phrase of phrases()) {
    const said = sentence.includes(phrase.piece) ? filled(phrase, sentence) : null;
    if (said !== null) return said;
  }
  return null;
}

function placed(sentence: string): string | null {
  const [, place = '', cell = '', text = ''] = PLACE.exec(sentence) ?? [];
  const said = text === '' ? null : inPortuguese(text);
  return said === null ? null : `${placeName(place)}${cell}: ${said}`;
}

const placeName = (place: string): string =>
  FILES[place] ?? place.replace(/^inbox of (.+)$/, 'planilha de execuções de $1');

/** null when it is another sentence. */
function filled({ pattern, holes, portuguese }: Compiled, sentence: string): string | null {
  const values = pattern.exec(sentence)?.slice(1);
  if (values === undefined) return null;
  const printed = new Map(holes.map((hole, index) => [hole, kindOf(hole).print(values[index] ?? '')]));
  if ([...printed.values()].includes(null)) return null;
  const isOne = (hole: string): boolean => Number(values[holes.indexOf(hole)]) === 1;
  return portuguese.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_mark, hole: string, one?: string, many?: string) =>
      one === undefined ? (printed.get(hole) ?? '') : isOne(hole) ? one : (many ?? ''),
  );
}

/** Amounts, codes and lists of ETFs have no language. */
const isNeutral = (text: string): boolean => !/[a-z]{3}/.test(text);
