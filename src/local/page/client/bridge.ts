// Runs inside a dialog or sidebar: makes google.script.run and google.script.host of messages to the page around it.
// `pageOrigin` is handed in by the server, which wraps this file in a function of it.
declare const pageOrigin: string;

type Handler = (value: unknown, userObject?: unknown) => void;

interface Handlers {
  readonly success?: Handler;
  readonly failure?: Handler;
  readonly userObject?: unknown;
}

const calls = new Map<number, Handlers>();
let last = 0;

const tell = (message: object): void => window.parent.postMessage(message, pageOrigin);

/** As Apps Script: neither functions nor dates cross, and a form crosses as its fields. */
function sendable(value: unknown, fn: string): unknown {
  if (value instanceof HTMLFormElement)
    return Object.fromEntries([...new FormData(value)].map(([name, field]) => [name, String(field)]));
  const wrong = (item: unknown): boolean =>
    typeof item === 'function' ||
    item instanceof Date ||
    item instanceof Node ||
    (typeof item === 'object' && item !== null && Object.values(item).some(wrong));
  if (wrong(value)) throw new TypeError(`Failed due to illegal value in property of a parameter of ${fn}.`);
  return value;
}

function call(fn: string, args: readonly unknown[], handlers: Handlers): void {
  const values = args.map((arg) => sendable(arg, fn));
  last += 1;
  calls.set(last, handlers);
  tell({ kind: 'run', call: last, fn, args: JSON.parse(JSON.stringify(values)) });
}

function runner(handlers: Handlers): object {
  const chain: Readonly<Record<string, (value: never) => object>> = {
    withSuccessHandler: (success: Handler) => runner({ ...handlers, success }),
    withFailureHandler: (failure: Handler) => runner({ ...handlers, failure }),
    withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
  };
  return new Proxy(chain, {
    get: (target, name) =>
      typeof name === 'symbol'
        ? undefined
        : (target[name] ?? ((...args: readonly unknown[]) => call(name, args, handlers))),
  });
}

function settle({ call: id, ok, value, message }: Record<string, unknown>): void {
  const handlers = calls.get(Number(id));
  calls.delete(Number(id));
  if (!handlers) return;
  if (ok) handlers.success?.(value, handlers.userObject);
  else {
    const error = Object.assign(new Error(String(message)), { name: 'ScriptError' });
    if (handlers.failure) handlers.failure(error, handlers.userObject);
    else console.error(error);
  }
}

// A dialog closes by Escape wherever the reader is in it; a page that has use for the key takes it for itself.
window.addEventListener('keydown', ({ key, target, defaultPrevented, isComposing }) => {
  const isSearch = target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
  if (key === 'Escape' && !defaultPrevented && !isComposing && !isSearch) tell({ kind: 'escape' });
});

window.addEventListener('message', ({ source, origin, data }) => {
  if (source === window.parent && origin === pageOrigin && data?.kind === 'ran') settle(data);
});

Object.defineProperty(window, 'google', {
  value: {
    script: {
      run: runner({}),
      host: {
        origin: pageOrigin,
        close: () => tell({ kind: 'close' }),
        setWidth: (width: number) => tell({ kind: 'size', width }),
        setHeight: (height: number) => tell({ kind: 'size', height }),
        editor: { focus: () => tell({ kind: 'focus' }) },
      },
    },
  },
});
