// What waits for a person in the evening: the figures of the tables, the largest first, with the cause where it is known.
import { describe, expect, it } from '@jest/globals';
import { deskBlotter } from '../../src/desk/look/deskBlotter';
import type { Language } from '../../src/language/language';
import { print } from '../../src/language/print';
import { finalAllocation, initialOrders } from '../../src/stages/stages';
import type { MemoryDesk } from '../fakes/memoryDesk';
import { apply } from '../fakes/run';
import { MORNING_FILLS, twoFamilies } from '../fixtures/twoFamilies';
import { ALFA, AT, BETA, DATE, fill, GAMA, trade } from '../fixtures/workedDay';

/** Of an evening on which nobody decided any units. */
function evening(desk: MemoryDesk) {
  apply(desk.services, initialOrders());
  desk.world.now = AT.evening;
  apply(desk.services, finalAllocation());
  const { waits } = deskBlotter(desk.services);
  return (language: Language): readonly string[] => waits.map((each) => print(each, language));
}

describe('what waits for a person', () => {
  it('comes by its money, and says what units that nobody decided left open', () => {
    const desk = twoFamilies();
    desk.world.fills = MORNING_FILLS;
    const waits = evening(desk);
    expect(waits('en')).toEqual([
      '0 of 3 rounds of the adjustment cycle ran',
      'nobody decided the units of HASH11 (Primary units, nasdaq), of which R$ 9,505,470.00 is not done',
      'BUY HASH11: R$ 8,192,970.00 is not done, in 2 funds, and nobody decided its units',
      'SELL HASH11: R$ 1,312,500.00 is not done, in 1 fund, and nobody decided its units',
      'nobody decided the units of DEFI11 (Primary units, thematics), of which R$ 951,400.00 is not done',
      'BUY DEFI11: R$ 951,400.00 is not done, in 2 funds, and nobody decided its units',
    ]);
    expect(waits('pt')[1]).toBe(
      'ninguém decidiu os lotes de HASH11 (Primário, nasdaq), de que faltam R$ 9.505.470,00',
    );
  });

  it('has the figure of the table, and says how many of its funds are nearer than the tolerance', () => {
    const desk = twoFamilies();
    desk.book.fill('daily-trades', [trade(ALFA, 10_000_000), trade(BETA, 4_000), trade(GAMA, 300_000)]);
    desk.world.fills = [fill('A1', 'BUY', 140_000, 62.5, `${DATE}T11:00:00`)];
    const waits = evening(desk);
    const [side] = desk.book.records('status');
    expect([side?.asset, side?.side, side?.fund, side?.open]).toEqual(['HASH11', 'BUY', null, 1_554_000]);
    const said = (language: Language) => waits(language).at(-1);
    expect(said('en')).toBe(
      'BUY HASH11: R$ 1,554,000.00 is not done, in 3 funds, and nobody decided its units; 2 of them are off by the tolerance or more',
    );
    expect(said('pt')).toBe(
      'compra HASH11: faltam R$ 1.554.000,00, em 3 fundos, e ninguém decidiu os lotes; 2 deles diferem pela tolerância ou mais',
    );
  });
});
