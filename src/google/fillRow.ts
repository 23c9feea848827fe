// What one row of the fills answer is: a fill, one that was busted or corrected, or one that takes back another. The words
// are those of post-trade systems, of FIX (ExecType, ExecTransType) and of Brazilian back offices.
import type { Fill, FillStatus } from '../domain/fill';
import { unaccented } from '../domain/words';
import type { FieldReader } from './answers';

export interface ReportedFill {
  /** Its quantity is never negative. */
  readonly fill: Fill;
  readonly account: string;
  /** 1 for the first of the answer. */
  readonly row: number;
  readonly kind: 'fill' | 'bust' | 'correction';
  /** The number of the fill that it is about, where the row has such a field. */
  readonly about: string | null;
  /** Its quantity was negative: it is no fill itself. */
  readonly takesBack: boolean;
}

export type Kind = ReportedFill['kind'];

interface Word {
  readonly kind: Kind;
  readonly status: FillStatus;
}

const DONE: Word = { kind: 'fill', status: 'EXECUTED' };
const OPEN: Word = { kind: 'fill', status: 'PENDING' };
const BUST: Word = { kind: 'bust', status: 'BUSTED' };
const CORRECTION: Word = { kind: 'correction', status: 'EXECUTED' };

/** Without accents, case, blanks and what else is no letter or digit. */
const WORDS: readonly (readonly [Word, readonly string[]])[] = [
  [
    DONE,
    [
      ...['executed', 'filled', 'fill', 'trade', 'traded', 'confirmed', 'f', '1', '2'],
      ...[
        'partialfill',
        'partialfilled',
        'partiallyfilled',
        'executada',
        'executado',
        'confirmada',
        'confirmado',
      ],
    ],
  ],
  [OPEN, ['pending', 'unconfirmed', 'pendingconfirmation', 'pendente']],
  [
    BUST,
    [
      ...[
        'busted',
        'bust',
        'tradebust',
        'tradebusted',
        'cancelled',
        'canceled',
        'cancel',
        'h',
        'voided',
        'void',
      ],
      ...[
        'tradecancel',
        'tradecancelled',
        'tradecanceled',
        'executioncancel',
        'reversed',
        'reversal',
        'deleted',
      ],
      ...['cancelada', 'cancelado', 'estornada', 'estornado', 'estorno', 'anulada', 'anulado'],
    ],
  ],
  [
    CORRECTION,
    [
      ...['corrected', 'correct', 'correction', 'tradecorrect', 'tradecorrected', 'tradecorrection', 'g'],
      ...['executioncorrect', 'amended', 'amend', 'corrigida', 'corrigido', 'correcao'],
    ],
  ],
];
const KNOWN: ReadonlyMap<string, Word> = new Map(
  WORDS.flatMap(([word, names]) => names.map((name) => [name, word] as const)),
);
/** FIX tag 20. */
const TRANSACTION_TYPES: Readonly<Record<string, Word>> = {
  '0': DONE,
  new: DONE,
  '1': BUST,
  cancel: BUST,
  '2': CORRECTION,
  correct: CORRECTION,
};
/** The strongest word counts: what is taken back is taken back whatever else the row says. */
const STRENGTH: readonly Word[] = [BUST, CORRECTION, OPEN, DONE];

const ABOUT = [
  ...[
    'execRefId',
    'execRefID',
    'ExecRefID',
    'refFillId',
    'originalFillId',
    'origFillId',
    'fillIdRef',
    'refId',
  ],
  ...['originalId', 'relatedFillId', 'correctsFillId', 'cancelsFillId', 'tradeRefId', 'reference', 'ref'],
];

const letters = (text: string): string =>
  unaccented(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** What the row's words say of it; an unknown word is refused. */
export function wordsOf(read: FieldReader): Word {
  const found: Word[] = [];
  for (const field of ['status', 'execType'] as const) {
    const text = read.optionalText(field);
    if (text === null) continue;
    const word = KNOWN.get(letters(text));
    found.push(word ?? read.refuse(field, 'status', DONE));
  }
  const type = read.optionalText('execTransType');
  if (type !== null) {
    const word = TRANSACTION_TYPES[letters(type)];
    found.push(word ?? read.refuse('execTransType', 'status', DONE));
  }
  return STRENGTH.find((word) => found.includes(word)) ?? DONE;
}

export const aboutOf = (read: FieldReader): string | null => read.firstOf(ABOUT);
