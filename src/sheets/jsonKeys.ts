// What JSON.parse does not tell: a key that stands twice in one object, of which only the last would count.

export interface KeyAt {
  /** Where its object stands: `funds[0]`, `funds[0].moviment_account`; blank = the outermost. */
  readonly path: string;
  readonly key: string;
}

interface Level {
  readonly path: string;
  readonly keys: Set<string> | null;
  key: string;
  index: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** Keys that stand twice, in the order of the text, which has to be JSON. */
export function doubleKeys(json: string): readonly KeyAt[] {
  const found: KeyAt[] = [];
  const levels: Level[] = [];
  let last = '';
  for (const [token] of json.matchAll(TOKEN)) {
    const level = levels[levels.length - 1];
    if (token === '{' || token === '[')
      levels.push({ path: childOf(level), keys: token === '{' ? new Set() : null, key: '', index: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level) level.index += 1;
    else if (token === ':' && level?.keys) {
      const key = String(JSON.parse(last));
      if (level.keys.has(key)) found.push({ path: level.path, key });
      level.keys.add(key);
      level.key = key;
    }
    last = token;
  }
  return found;
}

function childOf(level: Level | undefined): string {
  if (level === undefined) return '';
  if (level.keys === null) return `${level.path}[${level.index}]`;
  return level.path === '' ? level.key : `${level.path}.${level.key}`;
}
