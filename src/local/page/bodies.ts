// What pages send, checked where it comes in.
import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { isMutation } from './order';
import type { Answered, Call, Edits, Mutation, Winding } from './protocol';

/** A fund file and a trades file of a large desk pass; nothing endless does. */
const LARGEST = 32_000_000;

export class BadRequest extends Error {}

export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST) throw new BadRequest('This is more than the desk takes at once.');
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new BadRequest('The page sent what is no JSON.');
  }
}

function read<T>(schema: v.GenericSchema<unknown, T>, body: unknown, otherwise: string): T {
  const { success, output } = v.safeParse(schema, body);
  if (!success) throw new BadRequest(otherwise);
  return output;
}

export const editsOf = (body: unknown, unit: string): Edits =>
  read(
    v.object({
      seen: v.number(),
      mutations: v.array(v.custom<Mutation>((value) => isMutation(value, unit))),
    }),
    body,
    'These are no edits of the workbook.',
  );

const AT = v.pipe(v.number(), v.integer(), v.minValue(1));
const CallBody = v.object({
  fn: v.string(),
  args: v.array(v.unknown()),
  sheet: v.nullish(v.string(), null),
  selected: v.nullish(v.object({ row: AT, column: AT, rows: AT, columns: AT }), null),
});
export const callOf = (body: unknown): Call => read(CallBody, body, 'This is no call.');

const Answer = v.object({
  id: v.string(),
  button: v.picklist(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']),
  text: v.string(),
});
export const answerOf = (body: unknown): Answered => read(Answer, body, 'This is no answer.');

const MINUTES_A_DAY = 24 * 60;
const WindingBody = v.union([
  v.object({ minutes: v.pipe(v.number(), v.gtValue(0), v.maxValue(MINUTES_A_DAY)) }),
  v.object({ to: v.string() }),
  v.object({ step: v.literal(true) }),
]);
export const windingOf = (body: unknown): Winding =>
  read(WindingBody, body, 'The clock is not wound like this.');
