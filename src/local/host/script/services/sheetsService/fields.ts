// Field masks as Google writes them: `properties.title`, `sheets(properties(sheetId,title),data)`.

export interface Mask {
  readonly [name: string]: Mask;
}

/** @throws on anything that is no mask */
export function readMask(text: string): Mask {
  const tokens = text.match(/[A-Za-z]\w*|[(),.*]|\S/g) ?? [];
  let at = 0;
  const wrong = (): Error => new Error(`Invalid field selection ${text}`);
  const list = (): Mask => {
    const mask: Record<string, Mask> = {};
    for (;;) {
      const name = tokens[at++];
      if (name === undefined || !/^[A-Za-z]\w*$/.test(name)) throw wrong();
      mask[name] = merged(mask[name], below());
      if (tokens[at] !== ',') return mask;
      at += 1;
    }
  };
  const below = (): Mask => {
    if (tokens[at] === '.') {
      at += 1;
      const name = tokens[at++];
      if (name === undefined || !/^[A-Za-z]\w*$/.test(name)) throw wrong();
      return { [name]: below() };
    }
    if (tokens[at] !== '(') return {};
    at += 1;
    const inner = list();
    if (tokens[at] !== ')') throw wrong();
    at += 1;
    return inner;
  };
  const mask = list();
  if (at !== tokens.length) throw wrong();
  return mask;
}

const merged = (one: Mask | undefined, other: Mask): Mask => {
  if (one === undefined) return other;
  const all: Record<string, Mask> = { ...one };
  for (const [name, mask] of Object.entries(other)) all[name] = merged(all[name], mask);
  return all;
};

/** Paths of a mask that lead to something: `a.b` and `a` of `a(b),a`. */
export const pathsOf = (mask: Mask): readonly string[] =>
  Object.entries(mask).flatMap(([name, below]) => {
    const inner = pathsOf(below);
    return inner.length === 0 ? [name] : inner.map((path) => `${name}.${path}`);
  });

/** The parts of an answer that a mask names; a list is picked from item by item. */
export function pick(answer: unknown, mask: Mask): unknown {
  if (Object.keys(mask).length === 0) return answer;
  if (Array.isArray(answer)) return answer.map((each) => pick(each, mask));
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer).flatMap(([name, value]) => {
      const below = mask[name];
      return below === undefined || value === undefined ? [] : [[name, pick(value, below)]];
    }),
  );
}
