// What JSON.parse does not tell: keys that stand twice in one object, of which only the last would count.
import { parseScript } from 'esprima';

export interface DoubleKey {
  readonly key: string;
  /** In which its object begins, from 1. */
  readonly line: number;
}

/** @param json a text that JSON.parse reads; each key once for each object in which it stands twice */
export function doubleKeys(json: string): readonly DoubleKey[] {
  const found: DoubleKey[] = [];
  // JSON is an expression of JavaScript's, but for two letters that esprima takes for the end of a line.
  const script = `(${json.replace(/[\u2028\u2029]/g, ' ')})`;
  parseScript(script, { tolerant: true }, ({ properties = [] }, { start }) => {
    const seen = new Set<string>();
    const doubled = new Set<string>();
    for (const { key } of properties) {
      const name = String(key.value);
      if (seen.has(name)) doubled.add(name);
      seen.add(name);
    }
    for (const key of doubled) found.push({ key, line: start.line });
  });
  return found.sort((a, b) => a.line - b.line);
}
