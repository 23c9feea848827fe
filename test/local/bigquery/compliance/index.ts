// All cases of compliance, by what they are about.
import type { Case } from './case';
import { CASTS } from './casts';
import { CHOICES } from './choices';
import { CORNER_QUERIES } from './cornerQueries';
import { CORNERS } from './corners';
import { DATES } from './dates';
import { JSON_CASES } from './json';
import { LOGIC } from './logic';
import { NUMBERS } from './numbers';
import { QUERIES } from './queries';
import { TEXT } from './text';

export const COMPLIANCE: Readonly<Record<string, readonly Case[]>> = {
  numbers: NUMBERS,
  choices: CHOICES,
  logic: LOGIC,
  casts: CASTS,
  text: TEXT,
  JSON: JSON_CASES,
  'dates and times': DATES,
  queries: QUERIES,
  corners: CORNERS,
  'corners of queries': CORNER_QUERIES,
};
