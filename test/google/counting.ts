// Counts what a run asks of the platform: every method of SpreadsheetApp and of what it hands out, and of the properties. Builders
// and the position of a range are known without a call.
const FREE = new Set([
  'getId',
  'getRow',
  'getColumn',
  'getNumRows',
  'getNumColumns',
  'newDataValidation',
  'newConditionalFormatRule',
  'getRanges',
  'getBooleanCondition',
]);

export interface Counted {
  readonly calls: Map<string, number>;
  total(): number;
  reset(): void;
}

const RAW = Symbol('raw');
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const rawOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rawOf);
  return isObject(value) && RAW in value ? Reflect.get(value, RAW) : value;
};

/**
 * The same object, counted from here on; what it hands out is counted too.
 * @param onCall told of each call before it is carried out
 */
export function counting<T extends object>(
  root: T,
  onCall: (name: string) => void = () => undefined,
): T & { readonly counted: Counted } {
  const calls = new Map<string, number>();
  const counted: Counted = {
    calls,
    total: () => [...calls.values()].reduce((sum, count) => sum + count, 0),
    reset: () => calls.clear(),
  };
  const wrapped = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.every(isObject) && !value.some(Array.isArray) ? value.map(wrapped) : value;
    return isObject(value) && Object.getPrototypeOf(value) !== Object.prototype ? proxy(value) : value;
  };
  const proxy = (target: object): object =>
    new Proxy(target, {
      has: (own, key) => key === RAW || Reflect.has(own, key),
      get(own, key) {
        if (key === RAW) return own;
        const member: unknown = Reflect.get(own, key);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => {
          const name = String(key);
          if (!FREE.has(name)) calls.set(name, (calls.get(name) ?? 0) + 1);
          onCall(name);
          const result: unknown = Reflect.apply(member, own, args.map(rawOf));
          return FREE.has(name) ? result : wrapped(result);
        };
      },
    });
  return Object.assign(proxy(root), { counted }) as T & { readonly counted: Counted };
}
