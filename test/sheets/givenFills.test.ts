// Fills that a person hands over: what a row leaves open is the fill's that it names, wherever the column stands.
import { describe, expect, it } from '@jest/globals';
import { isGivenRows, readGivenFills } from '../../src/sheets/givenFills';
import { DATE, fill } from '../fixtures/workedDay';

const KNOWN = fill('A1', 'BUY', 40_000, 62.4, `${DATE}T11:00:00`);
const read = (given: Parameters<typeof readGivenFills>[0]) => {
  const { rows, problems } = readGivenFills(given, DATE, [KNOWN]);
  return { rows, problems: problems.map(({ code }) => code) };
};

describe('a fill that a person hands over', () => {
  it('is the known one but for what the row says, also where its first column is blank', () => {
    const typed = { ...KNOWN, source: 'typed', status: 'EXECUTED' };
    for (const given of [
      'price;fill_id;quantity\n;A1;39000',
      [{ price: null, fill_id: 'A1', quantity: 39_000 }],
    ])
      expect(read(given)).toEqual({ rows: [{ ...typed, quantity: 39_000 }], problems: [] });
    expect(read('broker;fill_id;price\n;A1;62,5').rows).toEqual([{ ...typed, price: 62.5 }]);
  });

  it('is none where no row is handed over', () => {
    for (const given of ['', 'fill_id;price', []]) expect(read(given)).toEqual({ rows: [], problems: [] });
  });

  it('over no shares is none, unless it was taken back', () => {
    expect(read('fill_id;quantity\nA1;0').problems).toEqual(['empty-fill']);
    expect(read('fill_id;quantity;status\nA1;0;BUSTED')).toMatchObject({
      rows: [{ ...KNOWN, quantity: 0, status: 'BUSTED', source: 'typed' }],
      problems: [],
    });
  });

  it('comes as text, or as rows of cells; anything else is not read', () => {
    const cells = { fill_id: 'A1', quantity: 1, checked: true, time: null };
    expect([isGivenRows('A1'), isGivenRows([]), isGivenRows([cells])]).toEqual([true, true, true]);
    for (const given of [undefined, null, 1, cells, ['A1'], [null], [{ fill_id: ['A1'] }], [{ fill_id: {} }]])
      expect([given, isGivenRows(given)]).toEqual([given, false]);
  });
});
