import { describe, expect, it } from '@jest/globals';
import { HELP, readOptions } from '../../../src/local/cli/options';
import { SAMPLE_DATE } from '../../../src/local/market';

describe('the command line', () => {
  it('needs no option: a new desk, the whole day, then the page', () => {
    expect(readOptions([])).toEqual({
      funds: null,
      trades: null,
      date: null,
      until: null,
      dryRun: false,
      seed: null,
      fresh: false,
      empty: false,
      serve: true,
      slow: false,
      consumer: false,
      dir: '.local',
      as: null,
      script: null,
    });
  });

  it('takes every option', () => {
    const line =
      '--funds f.json --trades t.csv --date 2026-03-10 --until primary --dry-run --seed 12 --fresh --slow --consumer --no-serve --dir x --as ana@desk.example';
    expect(readOptions(line.split(' '))).toEqual({
      funds: 'f.json',
      trades: 't.csv',
      date: '2026-03-10',
      until: 'primary',
      dryRun: true,
      seed: 12,
      fresh: true,
      empty: false,
      serve: false,
      slow: true,
      consumer: true,
      dir: 'x',
      as: 'ana@desk.example',
      script: null,
    });
  });

  it('explains every option when asked for help', () => {
    expect(readOptions(['--help', '--date', '2024-11-08'])).toBeNull();
    for (const name of [
      'funds',
      'trades',
      'date',
      'until',
      'dry-run',
      'seed',
      'fresh',
      'empty',
      'slow',
      'consumer',
      'no-serve',
      'dir',
      'as',
      'script',
      'help',
    ]) {
      expect(HELP).toContain(`--${name} `);
    }
  });

  it.each([
    ['--date 8/11/2024', `--date "8/11/2024" is not a date; write it like --date ${SAMPLE_DATE}`],
    ['--date 2024-02-31', 'is not a date'],
    ['--date 2024-11-08T10:00:00', 'is not a date'],
    ['--until noon', '--until "noon" is not a stage; write one of initial, primary, adjustments, final.'],
    ['--seed -1', 'npm start -- --help lists the options'],
    ['--seed 3 --seed 4', '--seed is said twice'],
    ['--seed 1.5', '--seed "1.5" is not a whole number'],
    ['--dir=', '--dir needs a folder'],
    ['--empty --trades t.csv', '--empty serves a book without rows: leave --trades out, or --empty.'],
    ['--empty --dry-run', 'leave --dry-run out'],
    ['--unti final', "Unknown option '--unti'; npm start -- --help lists the options."],
    ['final', 'npm start -- --help lists the options'],
    ['--date', 'npm start -- --help lists the options'],
  ])('refuses %p and says what to write', (line, message) => {
    expect(() => readOptions(line.split(' '))).toThrow(message);
  });
});
