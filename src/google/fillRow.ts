// What one row of the fills answer is: a fill, one that was busted or corrected, or one that takes back another. The words
// are those of post-trade systems, of FIX (ExecType, ExecTransType) and of Brazilian back offices.
import type { Fill, FillStatus } from '../domain/fill';
import { folded } from '../domain/words';
import type { FieldReader } from './answers';

export interface ReportedFill {
  /** Its quantity is never negative. */
  readonly fill: Fill;
  readonly account: string;
  /** 1 for the first of the answer. */
  readonly row: number;
  readonly kind: 'fill' | 'bust' | 'correction';
  /** By its word it happens to another row, and is no fill that it happened to: `TradeCancel`, not `Busted`. */
  readonly isEvent: boolean;
  /** The number of the fill that it is about, where the row has such a field. */
  readonly about: string | null;
  /** Its quantity was negative: it is no fill itself. */
  readonly takesBack: boolean;
}

interface Word extends Pick<ReportedFill, 'kind' | 'isEvent'> {
  readonly status: FillStatus;
}

const DONE: Word = { kind: 'fill', status: 'EXECUTED', isEvent: false };
const OPEN: Word = { kind: 'fill', status: 'PENDING', isEvent: false };
const BUSTED: Word = { kind: 'bust', status: 'BUSTED', isEvent: false };
const BUST: Word = { ...BUSTED, isEvent: true };
const CORRECTED: Word = { kind: 'correction', status: 'EXECUTED', isEvent: false };
const CORRECTION: Word = { ...CORRECTED, isEvent: true };

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
    BUSTED,
    [
      ...['busted', 'tradebusted', 'cancelled', 'canceled', 'tradecancelled', 'tradecanceled'],
      ...['voided', 'void', 'reversed', 'deleted'],
      ...['cancelada', 'cancelado', 'estornada', 'estornado', 'anulada', 'anulado'],
    ],
  ],
  [BUST, ['bust', 'tradebust', 'cancel', 'tradecancel', 'h', 'executioncancel', 'reversal', 'estorno']],
  [CORRECTED, ['corrected', 'tradecorrected', 'amended', 'corrigida', 'corrigido']],
  [
    CORRECTION,
    [
      ...['correct', 'correction', 'tradecorrect', 'tradecorrection', 'g', 'executioncorrect', 'amend'],
      'correcao',
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
const STRENGTH: readonly Word[] = [BUST, BUSTED, CORRECTION, CORRECTED, OPEN, DONE];

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

/** What the row's words say of it; an unknown word is refused. */
export function wordsOf(read: FieldReader): Word {
  const found: Word[] = [];
  for (const field of ['status', 'execType'] as const) {
    const text = read.optionalText(field);
    if (text === null) continue;
    const word = KNOWN.get(folded(text));
    found.push(word ?? read.refuse(field, 'status', DONE));
  }
  const type = read.optionalText('execTransType');
  if (type !== null) {
    const word = TRANSACTION_TYPES[folded(type)];
    found.push(word ?? read.refuse('execTransType', 'status', DONE));
  }
  return STRENGTH.find((word) => found.includes(word)) ?? DONE;
}

export const aboutOf = (read: FieldReader): string | null => read.firstOf(ABOUT);
