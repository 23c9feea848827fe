// The search language of Drive's Files.list, as far as the desk uses it; anything else is refused by name.

export type Condition =
  | { readonly field: 'name' | 'mimeType'; readonly equals: boolean; readonly value: string }
  | { readonly field: 'parents'; readonly value: string }
  | { readonly field: 'trashed'; readonly value: boolean };

const TEXT = String.raw`'((?:[^'\\]|\\.)*)'`;
const FORMS: readonly [RegExp, (match: RegExpExecArray) => Condition][] = [
  [
    new RegExp(String.raw`^(name|mimeType)\s*(=|!=)\s*${TEXT}`),
    ([, field, operator, value = '']) => ({
      field: field === 'name' ? 'name' : 'mimeType',
      equals: operator === '=',
      value: value.replace(/\\(.)/g, '$1'),
    }),
  ],
  [
    new RegExp(String.raw`^${TEXT}\s+in\s+parents`),
    ([, value = '']) => ({ field: 'parents', value: value.replace(/\\(.)/g, '$1') }),
  ],
  [/^trashed\s*=\s*(true|false)/, ([, value]) => ({ field: 'trashed', value: value === 'true' })],
];

/** Conditions joined by `and`; an empty query has none. */
export function parseDriveQuery(query: string): readonly Condition[] {
  const conditions: Condition[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const form = FORMS.map(([pattern, read]) => ({ match: pattern.exec(rest), read })).find(
      (each) => each.match,
    );
    if (!form?.match) throw new Error(`not implemented locally: the Drive query ${query}`);
    conditions.push(form.read(form.match));
    rest = rest.slice(form.match[0].length).trimStart();
    if (rest === '') break;
    const and = /^and\s+/i.exec(rest);
    if (!and) throw new Error(`not implemented locally: the Drive query ${query}`);
    rest = rest.slice(and[0].length);
  }
  return conditions;
}
