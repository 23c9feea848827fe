// What brokers took back today: by ETF, side and broker, whoever tells of it.
import { executed } from '../../domain/fill';
import { grouped } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import type { Stamp } from '../../domain/stamp';
import type { Side } from '../../domain/trade';
import { type Message, msg } from '../../language/message';
import { fillsOf } from '../day/fills';
import type { DayInputs } from '../day/inputs';

export interface Bust {
  readonly asset: string;
  readonly side: Side;
  readonly broker: string;
  /** What the fills came to before they were taken back. */
  readonly money: Cents;
  /** When the last of them was traded; null where no fill tells a time. */
  readonly at: Stamp | null;
  readonly said: Message;
}

/** In the order of ETFs, sides and brokers. */
export function bustsOf(inputs: Pick<DayInputs, 'state' | 'executions'>): readonly Bust[] {
  const busted = fillsOf(inputs).filter(({ status }) => status === 'BUSTED');
  return [...grouped(busted, ({ asset, side, broker }) => JSON.stringify([asset, side, broker]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, fills]): readonly Bust[] => {
      const [first] = fills;
      if (first === undefined) return [];
      const { asset, side, broker } = first;
      const { money } = executed(fills.map((fill) => ({ ...fill, status: 'EXECUTED' as const })));
      const times = fills.flatMap(({ time }) => time ?? []).sort();
      const holes = { n: fills.length, side, code: asset, broker, money };
      const said = msg(
        '{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted',
        holes,
      );
      return [{ asset, side, broker, money, at: times[times.length - 1] ?? null, said }];
    });
}
