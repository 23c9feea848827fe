// The hours of a date as the laptop's market takes them from the desk's tab.
import { expect, it } from '@jest/globals';
import { ownHours } from '../../../src/local/cli/ownHours';
import { fromSaoPaulo } from '../../../src/local/host/clock';

const at = (stamp: string): Date => new Date(fromSaoPaulo(stamp));
const bookOf = (...rows: readonly (readonly (string | Date)[])[]) => ({
  tabs: () => ['settings', 'holidays'],
  readTab: async () => [['kind', 'date', 'close', 'open'], ...rows].map((row) => [...row]),
});

it('are those of the rows of that date, typed as dates or as text, the tightest of several', async () => {
  const book = bookOf(
    ['half-day', at('2024-11-08'), at('1899-12-30T14:00'), ''],
    ['', '2024-11-08', '13:00', '10:30'],
    ['', '2024-11-08', '', '11:00'],
    ['', '2024-11-11', '12:00', '12:30'],
  );
  expect(await ownHours(book, '2024-11-08')).toEqual({ open: '11:00', close: '13:00' });
});

it('are as usual where the tab says nothing of the date, nothing that is a time, or is not there', async () => {
  const usual = { open: null, close: null };
  expect(await ownHours(bookOf(['', '2024-11-08', 'soon', '']), '2024-11-08')).toEqual(usual);
  expect(await ownHours(bookOf(), '2024-11-08')).toEqual(usual);
  expect(
    await ownHours({ tabs: () => [], readTab: () => Promise.reject(new Error('none')) }, '2024-11-08'),
  ).toEqual(usual);
});
