// How a service looks to the script: objects whose methods are calls to the host, and nothing else. What the laptop
// lacks throws by name instead of answering undefined.
import type { Outcome } from '../protocol';
import { decode, encode, type Ref } from '../wire';

export type Method = (...args: unknown[]) => unknown;
export type Members = Readonly<Record<string, unknown>>;

let callHost: (request: string) => string = () => {
  throw new Error('The services are not installed.');
};

const refs = new WeakMap<object, Ref>();
const makers = new Map<string, (ref: Ref) => object>();

/** Named once per kind: how a reference from the host becomes an object of this context. */
export const defineKind = (kind: string, make: (data: unknown) => object): void => {
  makers.set(kind, (ref) => make(ref.data));
};

export const connect = (call: (request: string) => string): void => {
  callHost = call;
};

function revive(ref: Ref): unknown {
  const make = makers.get(ref.kind);
  if (!make) throw notImplemented(ref.kind);
  return make(ref);
}

/** An object of this context for what the host knows by this kind and data. */
export const objectOf = (kind: string, data: unknown): unknown => revive({ kind, data });

/** What identifies an object on the host; undefined for one that lives here. */
export const dataOf = (target: unknown): unknown =>
  typeof target === 'object' && target !== null ? refs.get(target)?.data : undefined;

/** A property of plain data. */
export const field = (data: unknown, key: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;

/** A method of an object of this context. */
export function callOn(target: unknown, method: string, ...args: unknown[]): unknown {
  if (typeof target !== 'object' || target === null) throw new Error(`There is nothing to ${method}.`);
  return Reflect.apply(Reflect.get(target, method), target, args);
}

const refOf = (value: object): Ref | undefined => refs.get(value);
export const pack = (value: unknown): string => encode(value, refOf);
export const unpack = (text: string): unknown => decode(text, revive);
export const notImplemented = (what: string): Error => new Error(`not implemented locally: ${what}`);

function isOutcome(value: unknown): value is Outcome {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** One service call. An error of the host becomes an Error of this context, as services throw it in Apps Script. */
export function ask(method: string, ...args: unknown[]): unknown {
  const outcome = unpack(callHost(pack({ method, args })));
  if (!isOutcome(outcome)) throw new Error(`The host did not answer ${method}.`);
  if (outcome.ok) return outcome.value;
  const error = new Error(outcome.message);
  error.name = outcome.name;
  throw error;
}

/** JavaScript itself looks these up on any object: to print it, to await it, to make JSON of it. */
const PASSED = new Set([
  'then',
  'toJSON',
  'constructor',
  'valueOf',
  'inspect',
  'nodeType',
  'asymmetricMatch',
]);

export function guard<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, self) {
      if (typeof key === 'symbol' || key in target || PASSED.has(key)) {
        if (key === 'toString' && !Object.hasOwn(target, key)) return () => name;
        return Reflect.get(target, key, self);
      }
      throw notImplemented(`${name}.${key}`);
    },
  });
}

export interface Shape {
  /** Methods that answer a value. */
  readonly gives?: readonly string[];
  /** Methods that answer the object itself. */
  readonly chains?: readonly string[];
  /** Methods that need no call to the host. */
  readonly own?: Members;
}

/** An object that lives on the host; `data` identifies it there and is sent as the first argument. */
export function remote(kind: string, data: unknown, shape: Shape): object {
  const members: Record<string, unknown> = { ...shape.own };
  const self = guard(kind, members);
  refs.set(self, { kind, data });
  for (const name of shape.gives ?? [])
    members[name] = (...args: unknown[]) => ask(`${kind}.${name}`, data, ...args);
  for (const name of shape.chains ?? [])
    members[name] = (...args: unknown[]) => {
      ask(`${kind}.${name}`, data, ...args);
      return self;
    };
  return self;
}

/** A service without identity, such as MailApp: its methods go straight to the host. */
export function service(name: string, gives: readonly string[], own: Members = {}): object {
  const members: Record<string, unknown> = { ...own };
  for (const method of gives) members[method] = (...args: unknown[]) => ask(`${name}.${method}`, ...args);
  return guard(name, members);
}

/** A plain value that travels to the host by reference kind, such as a built validation rule. */
export function value(kind: string, data: unknown, own: Members = {}): object {
  const self = guard(kind, { ...own });
  refs.set(self, { kind, data });
  return self;
}

/** A builder: each setter notes something in the draft and answers the builder itself. */
export function builder<Draft>(
  name: string,
  draft: Draft,
  setters: Readonly<Record<string, (draft: Draft, ...args: never[]) => Draft>>,
  finishers: Readonly<Record<string, (draft: Draft) => unknown>>,
): object {
  let current = draft;
  const members: Record<string, unknown> = {};
  const self = guard(name, members);
  for (const [key, set] of Object.entries(setters)) {
    members[key] = (...args: unknown[]) => {
      current = Reflect.apply(set, undefined, [current, ...args]);
      return self;
    };
  }
  for (const [key, finish] of Object.entries(finishers)) members[key] = () => finish(current);
  return self;
}
