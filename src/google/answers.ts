// Reading other systems' JSON field by field: nothing is believed, and what is wrong names address, field and value.
import { MAX_SHARES, roundPrice } from '../domain/money';
import { error, type Problem } from '../domain/problem';
import { type Message, msg } from '../language/message';
import { faultIn } from './answerSays';
import { type Fields, isFields, printed } from './fields';

type Found = { readonly said: Message; readonly code: string; readonly value: string };

/** What can be wrong with a field: `said` is where it stands, `code` its name, `value` what it holds. */
const WRONG = {
  missing: ({ said, code }: Found) =>
    msg('{said}: {code} is missing; ask the provider, or fill in the tab by hand.', { said, code }),
  text: (found: Found) =>
    msg('{said}: {code} {value} is not a text; ask the provider, or fill in the tab by hand.', found),
  symbol: (found: Found) =>
    msg(
      '{said}: {code} {value} is not a symbol such as HASH11; ask the provider, or fill in the tab by hand.',
      found,
    ),
  number: (found: Found) =>
    msg('{said}: {code} {value} is not a number; ask the provider, or fill in the tab by hand.', found),
  price: (found: Found) =>
    msg(
      '{said}: {code} {value} is not a price above zero; ask the provider, or fill in the tab by hand.',
      found,
    ),
  negative: (found: Found) =>
    msg('{said}: {code} {value} is negative; ask the provider, or fill in the tab by hand.', found),
  whole: (found: Found) =>
    msg('{said}: {code} {value} is not a whole number; ask the provider, or fill in the tab by hand.', found),
  large: (found: Found) =>
    msg(
      '{said}: {code} {value} is more shares than there can be; ask the provider, or fill in the tab by hand.',
      found,
    ),
  zero: (found: Found) =>
    msg('{said}: {code} {value} is zero; ask the provider, or fill in the tab by hand.', found),
  id: (found: Found) =>
    msg(
      '{said}: {code} {value} is no number as it was given; ask the provider to send it as text, or fill in the tab by hand.',
      found,
    ),
  side: (found: Found) =>
    msg(
      '{said}: {code} {value} is neither Buy nor Sell; ask the provider, or fill in the tab by hand.',
      found,
    ),
  status: (found: Found) =>
    msg(
      '{said}: {code} {value} is none of Executed, Pending, Busted, Corrected; ask the provider, or fill in the tab by hand.',
      found,
    ),
  time: (found: Found) =>
    msg(
      '{said}: {code} {value} is not a time such as 2024-11-08T10:31:05-03:00; ask the provider, or fill in the tab by hand.',
      found,
    ),
  date: (found: Found) =>
    msg(
      '{said}: {code} {value} is not a date such as 2024-11-08; ask the provider, or fill in the tab by hand.',
      found,
    ),
} satisfies Record<string, (found: Found) => Message>;

export type Wrong = keyof typeof WRONG;

/** Reads one record's fields; what it finds wrong stands in `wrong` afterwards. */
export class FieldReader {
  readonly wrong: Problem[] = [];

  /** @param where the address, and which record of its answer */
  constructor(
    private readonly where: Message,
    private readonly fields: Fields,
  ) {}

  text(field: string): string {
    const value = this.fields[field];
    if (typeof value === 'object' && value !== null) return this.refuse(field, 'text', '');
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    return text === '' ? this.refuse(field, 'missing', '') : text;
  }

  optionalText(field: string): string | null {
    const value = this.fields[field];
    return value === undefined || value === null || value === '' ? null : this.text(field);
  }

  symbol(field: string): string {
    const symbol = this.text(field).toUpperCase();
    if (symbol === '' || /^[A-Z0-9]{2,12}$/.test(symbol)) return symbol;
    return this.refuse(field, 'symbol', symbol);
  }

  /** Above zero, to 8 decimals. */
  price(field: string): number {
    const value = this.number(field);
    if (value === null) return 0;
    if (Number.isNaN(value)) return this.refuse(field, 'number', value);
    if (!(value > 0 && value <= 1e7)) return this.refuse(field, 'price', value);
    const rounded = roundPrice(value);
    return rounded > 0 ? rounded : this.refuse(field, 'price', value);
  }

  /** Zero or more, without decimals. */
  whole(field: string): number {
    const value = this.number(field);
    if (value === null) return 0;
    if (Number.isNaN(value)) return this.refuse(field, 'number', value);
    if (value < 0) return this.refuse(field, 'negative', value);
    return this.counted(field, value);
  }

  /** The same, or below zero: what takes something back. */
  signed(field: string): number {
    const value = this.number(field);
    if (value === null) return 0;
    if (Number.isNaN(value)) return this.refuse(field, 'number', value);
    return this.counted(field, value);
  }

  private counted(field: string, value: number): number {
    if (Math.abs(value) > MAX_SHARES) return this.refuse(field, 'large', value);
    return Number.isInteger(value) ? value : this.refuse(field, 'whole', value);
  }

  /** A number that names something: text as it was written. A number that lost digits on its way names nothing. */
  id(field: string): string {
    const value = this.fields[field];
    if (typeof value === 'number' && !Number.isSafeInteger(value)) return this.refuse(field, 'id', '');
    return this.text(field);
  }

  /** The first of these fields that holds something. */
  firstOf(fields: readonly string[]): string | null {
    const field = fields.find(
      (each) => this.fields[each] !== undefined && this.fields[each] !== null && this.fields[each] !== '',
    );
    return field === undefined ? null : this.id(field);
  }

  /** Left out, null, blank or zero: what a row that only takes something back need not say. */
  isVoid(field: string): boolean {
    const value = this.fields[field];
    return value === undefined || value === null || value === '' || value === 0 || value === '0';
  }

  /** A zero that is written, as a number or as text; a blank is none: nobody knows what was meant by it. */
  isZero(field: string): boolean {
    const value = this.fields[field];
    return value === 0 || (typeof value === 'string' && /^-?0+(\.0+)?$/.test(value.trim()));
  }

  refuse<T>(field: string, why: Wrong, instead: T): T {
    const value = this.fields[field];
    const found = { said: this.where, code: field, value: printed(value) };
    this.wrong.push(error('bad-answer', WRONG[value === undefined ? 'missing' : why](found)));
    return instead;
  }

  /** null = it may be two numbers, and that is told of. */
  private number(field: string): number | null {
    const value = this.fields[field];
    if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
    if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value.trim())) return Number.NaN;
    if (!MAY_BE_THOUSANDS.test(value.trim())) return Number(value);
    const text = msg(
      '{said}: {code} {value} may be {decimal} or {decimal2}; ask the provider to send it as a number, or fill in the tab by hand.',
      {
        ...{ said: this.where, code: field, value: printed(value) },
        ...{ decimal: Number(value), decimal2: Number(value.replace('.', '')) },
      },
    );
    this.wrong.push(error('bad-answer', text));
    return null;
  }
}

/** `1.000` is one to a computer and a thousand to a Brazilian back office. */
const MAY_BE_THOUSANDS = /^-?[1-9]\d{0,2}\.\d{3}$/;

/** The list that an answer carries under `name`; without one it is empty, and the problem says so. */
export function listIn(
  body: unknown,
  name: string,
  url: string,
): { readonly list: readonly unknown[]; readonly problems: readonly Problem[] } {
  const fault = faultProblem(body, url);
  if (fault !== null) return { list: [], problems: [fault] };
  const list = isFields(body) ? body[name] : undefined;
  if (Array.isArray(list)) return { list, problems: [] };
  const text = msg(
    '{url}: the answer has no list "{list}"; check the address in settings, or ask the provider, or fill in the tab by hand.',
    { url, list: name },
  );
  return { list: [], problems: [error('bad-answer', text)] };
}

/** An error in an answer that came as if it were right; null = it says of none. */
export function faultProblem(body: unknown, url: string): Problem | null {
  const fault = faultIn(body);
  if (fault === null) return null;
  const text = msg(
    '{url} answered with an error ({why}); try again later, ask the provider, or fill in the tab by hand.',
    { url, why: printed(fault) },
  );
  return error('bad-answer', text);
}
