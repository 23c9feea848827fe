// Every code that a problem can have, with what happened and what to do: docs/errors.md is made of it. A code is stable:
// settings, logs, acceptances and tests refer to it, and the compiler refuses one that is not explained here.
import { DAY_CODES } from './codes/day';
import { DOING_CODES } from './codes/doing';
import { READING_CODES } from './codes/reading';

/** Where in the day each comes up. */
export const CODE_GROUPS = { reading: READING_CODES, day: DAY_CODES, doing: DOING_CODES } as const;

type Listed = keyof typeof READING_CODES | keyof typeof DAY_CODES | keyof typeof DOING_CODES;

/** `bad-amount`: a cell of the column `amount` that cannot be read as what the column holds. */
export type ProblemCode = Listed | `bad-${string}`;
