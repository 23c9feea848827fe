// The script's Date: the context's own, but "now" is what the desk's clock shows.
import { ask } from './remote';

const now = (): number => Number(ask('_clock.now'));

export function woundDate(): DateConstructor {
  const native = Date;
  const wound = new Proxy(native, {
    apply: () => new native(now()).toString(),
    construct: (target, args, asked) => Reflect.construct(target, args.length === 0 ? [now()] : args, asked),
    get: (target, key, self) => (key === 'now' ? now : Reflect.get(target, key, self)),
  });
  Object.defineProperty(native.prototype, 'constructor', {
    value: wound,
    writable: true,
    configurable: true,
    enumerable: false,
  });
  return wound;
}
