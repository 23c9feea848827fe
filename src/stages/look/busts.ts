// What brokers took back today: by ETF, side and broker, whoever tells of it.
import { executed, type Fill, fillKey } from '../../domain/fill';
import { grouped } from '../../domain/lookup';
import type { Cents } from '../../domain/money';
import { dateOf, type Stamp, timeOf } from '../../domain/stamp';
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
  /** When the desk heard of the last of them; null where nobody knows: people typed it, or it is of an earlier day. */
  readonly heardAt: Stamp | null;
  /** With the time at which the last of them was traded, and the other, where they are known. */
  readonly said: Message;
}

/** In the order of ETFs, sides and brokers. */
export function bustsOf(inputs: Pick<DayInputs, 'state' | 'executions' | 'remembered'>): readonly Bust[] {
  const { state, remembered } = inputs;
  const heard = remembered?.busts ?? {};
  const busted = fillsOf(inputs).filter(({ status }) => status === 'BUSTED');
  return [...grouped(busted, ({ asset, side, broker }) => JSON.stringify([asset, side, broker]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, fills]): readonly Bust[] => {
      const [first] = fills;
      if (first === undefined) return [];
      const { asset, side, broker } = first;
      const { money } = executed(fills.map((fill) => ({ ...fill, status: 'EXECUTED' as const })));
      const at = lastOf(fills.flatMap(({ time }) => time ?? []));
      // What is remembered is of today: an earlier day's fill may have the same number.
      const heardAt = lastOf(
        fills
          .flatMap((fill) => heard[fillKey(fill)] ?? [])
          .filter((stamp) => dateOf(stamp) === state.tradeDate),
      );
      return [{ asset, side, broker, money, heardAt, said: saidOf(fills, { money, at, heardAt }) }];
    });
}

const lastOf = (stamps: readonly Stamp[]): Stamp | null => [...stamps].sort().pop() ?? null;

function saidOf(
  fills: readonly Fill[],
  { money, at, heardAt }: { readonly money: Cents } & Record<'at' | 'heardAt', Stamp | null>,
): Message {
  const [first] = fills;
  const { side = 'BUY', asset = '', broker = '' } = first ?? {};
  const holes = { n: fills.length, side, code: asset, broker, money };
  if (at !== null && heardAt !== null)
    return msg(
      '{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted: {n|traded|the last traded} at {time}, heard of at {time2}',
      { ...holes, time: timeOf(at), time2: timeOf(heardAt) },
    );
  if (at !== null)
    return msg(
      '{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted: {n|traded|the last traded} at {time}',
      { ...holes, time: timeOf(at) },
    );
  if (heardAt !== null)
    return msg(
      '{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted, heard of at {time}',
      { ...holes, time: timeOf(heardAt) },
    );
  return msg('{n} {n|fill|fills} of {side} {code} at {broker} over {money} {n|was|were} busted', holes);
}
