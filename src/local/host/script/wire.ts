// How values cross between the script and the host: one string each way, so that each side keeps its own Date,
// Array and Error. Dates, numbers that JSON lacks and references to spreadsheet objects travel as tagged records.

const DATE = '\u0000date';
const NUMBER = '\u0000number';
const REF = '\u0000ref';

/** A spreadsheet object as it travels: its kind and what identifies it. */
export interface Ref {
  readonly kind: string;
  readonly data: unknown;
}

export interface Request {
  readonly method: string;
  readonly args: readonly unknown[];
}

const isDate = (value: object): value is Date => Object.prototype.toString.call(value) === '[object Date]';

/** `refOf` names the objects that travel by reference. Functions and undefined properties are left out. */
export function encode(value: unknown, refOf: (value: object) => Ref | undefined = () => undefined): string {
  const pack = (item: unknown): unknown => {
    if (typeof item === 'number' && (!Number.isFinite(item) || Object.is(item, -0)))
      return { [NUMBER]: Object.is(item, -0) ? '-0' : String(item) };
    if (typeof item === 'bigint') return String(item);
    if (typeof item !== 'object' || item === null) return item;
    const ref = refOf(item);
    if (ref) return { [REF]: ref.kind, data: pack(ref.data) };
    if (isDate(item)) return { [DATE]: item.getTime() };
    if (Array.isArray(item)) return packList(item);
    return Object.fromEntries(Object.entries(item).map(([key, each]) => [key, pack(each)]));
  };
  /** Itself where nothing in it has to change: a table of half a million cells is not copied to be sent. */
  const packList = (list: readonly unknown[]): readonly unknown[] => {
    let packed: unknown[] | null = null;
    for (let at = 0; at < list.length; at++) {
      const each = pack(list[at]) ?? null;
      if (packed === null && each !== list[at]) packed = list.slice(0, at);
      packed?.push(each);
    }
    return packed ?? list;
  };
  return JSON.stringify(pack(value)) ?? 'null';
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `revive` makes what a reference stands for on this side; by default the reference itself. */
export function decode(text: string, revive: (ref: Ref) => unknown = (ref) => ref): unknown {
  const unpack = (item: unknown): unknown => {
    // In place: what was parsed here is nobody else's.
    if (Array.isArray(item)) {
      for (let at = 0; at < item.length; at++) item[at] = unpack(item[at]);
      return item;
    }
    if (!isRecord(item)) return item;
    if (DATE in item) return new Date(item[DATE] === null ? Number.NaN : Number(item[DATE]));
    if (NUMBER in item) return Number(item[NUMBER]);
    if (REF in item) return revive({ kind: String(item[REF]), data: unpack(item.data) });
    return Object.fromEntries(Object.entries(item).map(([key, each]) => [key, unpack(each)]));
  };
  return unpack(JSON.parse(text));
}

/** Marks a host value as a reference, so that `encode(value, markedRef)` sends it as one. */
export class Marked {
  constructor(
    readonly kind: string,
    readonly data: unknown,
  ) {}
}

export const markedRef = (value: object): Ref | undefined => (value instanceof Marked ? value : undefined);
