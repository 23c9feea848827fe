// A tab of the desk that somebody renamed or copied: known by its headers, named, never read in silence.
import { describe, expect, it } from '@jest/globals';
import { importBook } from '../../src/desk/setUp/importBook';
import { likeness, TAB_NAMES } from '../../src/sheets/renamed';
import { headerOf } from '../../src/sheets/tab';
import { ALL_TABS } from '../../src/sheets/tabs';
import { initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { texts } from '../fakes/said';
import { ALFA, workedDay } from '../fixtures/workedDay';

const rename = ({ book }: MemoryDesk, from: string, to: string): void => {
  book.tabs.set(to, book.tabs.get(from) ?? []);
  book.tabs.delete(from);
};

describe('a tab under another name', () => {
  it.each(['fund-stats', 'daily-trades', 'etfs', 'brokers', 'settings'])(
    '%s: is named, and nothing is written',
    (tab) => {
      const desk = workedDay();
      rename(desk, tab, `${tab} (old)`);
      // Feeds are refreshed before the other tabs are looked at.
      const kept = () =>
        JSON.stringify([...desk.book.tabs].filter(([name]) => !['log', 'market-data'].includes(name)));
      const before = kept();
      const report = apply(desk.services, initialOrders());
      expect(report.status).toBe('refused');
      expect(report.problems).toContain(
        `${tab}: the tab "${tab}" is missing, and "${tab} (old)" has its headers; rename it back to ${tab}`,
      );
      expect(kept()).toBe(before);
    },
  );

  it('is named by an import too', () => {
    const desk = workedDay();
    rename(desk, 'daily-trades', 'ordens');
    const tradesCsv = `Fund,CNPJ,Asset,Side,Amount,Strategy\nAlfa,${ALFA},HASH11,BUY,5.00,SimpleOrder`;
    expect(texts(importBook(desk.services, { fundsJson: null, tradesCsv }).problems)).toEqual([
      'daily-trades: the tab "daily-trades" is missing, and "ordens" has its headers; rename it back to daily-trades',
    ]);
  });

  it('whose copy stands beside it is read by its name alone, and nobody is asked for others', () => {
    const desk = workedDay();
    const copy = (desk.book.tabs.get('daily-trades') ?? []).map((row) => [...row]);
    desk.book.tabs.set('Cópia de daily-trades', [...copy, ...copy.slice(1)]);
    expect(apply(desk.services, initialOrders()).status).toBe('applied');
    expect(desk.book.records('order-intents')).toHaveLength(3);
    expect(desk.book.calls).not.toContain('strangers');
  });
});

describe('the headers of a tab', () => {
  it('tell which it is, whatever its order, case and own columns', () => {
    for (const { name, columns } of ALL_TABS) {
      const headers = Object.keys(columns).map(headerOf);
      const found = likeness({ name: 'x', headers: ['own notes', ...headers.reverse(), headers[0] ?? ''] });
      expect([name, found]).toEqual([name, name]);
    }
    expect(TAB_NAMES).toHaveLength(ALL_TABS.length);
  });

  it('tell nothing where one is missing, or there are none', () => {
    expect(likeness({ name: 'x', headers: [] })).toBeNull();
    expect(likeness({ name: 'x', headers: ['fund', 'cnpj', 'my notes'] })).toBeNull();
  });
});
