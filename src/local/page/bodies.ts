// What pages send, checked where it comes in.
import type { IncomingMessage } from 'node:http';
import { isMutation } from './order';
import type { Answered, Call, Edits, Winding } from './protocol';

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

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(body: unknown): Fields {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new BadRequest('Fields are missing.');
  return { ...body };
}

export function editsOf(body: unknown, unit: string): Edits {
  const { seen, mutations } = fieldsOf(body);
  if (typeof seen !== 'number' || !Array.isArray(mutations)) throw new BadRequest('These are no edits.');
  return {
    seen,
    mutations: mutations.map((mutation: unknown) => {
      if (!isMutation(mutation, unit)) throw new BadRequest('This is no change of the workbook.');
      return mutation;
    }),
  };
}

export function callOf(body: unknown): Call {
  const { fn, args, sheet } = fieldsOf(body);
  if (typeof fn !== 'string' || !Array.isArray(args)) throw new BadRequest('This is no call.');
  return { fn, args, sheet: typeof sheet === 'string' ? sheet : null };
}

const BUTTONS = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'] as const;

export function answerOf(body: unknown): Answered {
  const { id, button, text } = fieldsOf(body);
  const pressed = BUTTONS.find((each) => each === button);
  if (typeof id !== 'string' || typeof text !== 'string' || !pressed)
    throw new BadRequest('This is no answer.');
  return { id, button: pressed, text };
}

export function windingOf(body: unknown): Winding {
  const { minutes, to, step } = fieldsOf(body);
  if (typeof minutes === 'number' && minutes > 0 && minutes <= 24 * 60) return { minutes };
  if (typeof to === 'string') return { to };
  if (step === true) return { step };
  throw new BadRequest('The clock is not wound like this.');
}
