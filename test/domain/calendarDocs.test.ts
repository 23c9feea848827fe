// docs/calendar.md states the table of hours: it is the one that holds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { HOURS, type Hours } from '../../src/domain/marketHours';

const GUIDE = readFileSync(join(__dirname, '../../docs/calendar.md'), 'utf8');

describe('docs/calendar.md', () => {
  it('has the hours row by row, and says where something is assumed', () => {
    const says = ({ open, close, callEnd }: Hours): string => `${open}–${close}, call to ${callEnd}`;
    const rows = GUIDE.split('\n')
      .filter((line) => /^\| \d{4}-\d{2}-\d{2} \|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(rows.map(([, from, standard, summer, gap]) => [from, standard, summer, gap !== ''])).toEqual(
      HOURS.map(({ from, standard, summer, assumed }) => [
        from,
        says(standard),
        says(summer) === says(standard) ? 'the same' : says(summer),
        assumed !== null,
      ]),
    );
  });
});
