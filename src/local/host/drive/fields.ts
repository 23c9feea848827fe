// The `fields` option of Drive: which parts of an answer come back. Drive v3 answers little unless it is asked.

type Answer = Readonly<Record<string, unknown>>;

/** What a file's answer holds when no fields are asked for. */
export const USUAL_FILE = 'kind,id,name,mimeType';
export const USUAL_LIST = `kind,incompleteSearch,nextPageToken,files(${USUAL_FILE})`;
export const USUAL_PERMISSION = 'kind,id,type,role';
export const USUAL_PERMISSIONS = `kind,permissions(${USUAL_PERMISSION})`;

/** More than any question needs. */
const LONGEST = 2_000;

/** Picks from an answer by `id,name` or `nextPageToken,files(id,owners)`; `*` is everything. */
export function pickFields(answer: Answer, fields: string): Answer {
  if (fields.length > LONGEST) throw new Error('Invalid field selection: it is too long.');
  const picked: Record<string, unknown> = {};
  for (const [, name = '', nested] of fields.matchAll(/([\w*]+)(?:\(([^()]*)\))?\s*(?:,|$)/g)) {
    if (name === '*') return answer;
    const value = Object.hasOwn(answer, name) ? answer[name] : undefined;
    if (value === undefined) continue;
    picked[name] =
      nested === undefined
        ? value
        : Array.isArray(value)
          ? value.map((each: Answer) => pickFields(each, nested))
          : value;
  }
  if (!/^[\w*,\s]+(?:\([\w*,\s]+\)[\w,\s]*)*$/.test(fields))
    throw new Error(`not implemented locally: the Drive fields ${fields}`);
  return picked;
}
