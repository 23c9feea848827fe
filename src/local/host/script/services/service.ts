// How the host answers service calls: a table of methods, each a function of the execution and the call's arguments.
import type { Execution } from '../runner';

export type Handler = (args: readonly unknown[], execution: Execution) => unknown;
export type Handlers = Readonly<Record<string, Handler>>;

/** One table out of many; a method that none of them knows is not implemented. */
export function combine(tables: readonly Handlers[]): {
  readonly methods: readonly string[];
  handlerOf(method: string): Handler;
} {
  const all = new Map(tables.flatMap((handlers) => Object.entries(handlers)));
  return {
    methods: [...all.keys()],
    handlerOf(method) {
      const handler = all.get(method);
      if (!handler) throw new Error(`not implemented locally: ${method}`);
      return handler;
    },
  };
}
