// What a person changes of the day's orders, as its preview says it: what was asked, what is asked now, what is executed so far.
import type { Cents } from '../../domain/money';
import { type Problem, warning } from '../../domain/problem';
import type { Intent } from '../../domain/trade';
import { msg } from '../../language/message';
import type { OffshoreChange } from '../../messages/offshore';
import { primaryRequests } from '../../sheets/tabs';
import { intentKey, memberKey } from '../day/keys';
import type { DayState } from '../day/state';
import type { Standing } from '../standing/positions';
import { type Fact, fact } from './outcome';

/** Those of the intents that are another version than before. */
export const changedIntents = (before: DayState, after: DayState): readonly Intent[] => {
  const known = new Map(before.intents.map((intent) => [intentKey(intent), intent.version]));
  return after.intents.filter((intent) => known.get(intentKey(intent)) !== intent.version);
};

/**
 * One fact a fund, ETF and side, all its strategies together: they were executed together, and said twice it would be twice.
 * @param changed intents as they stand after the change
 * @param standing before the change, as every screen shows it
 */
export function orderFacts(
  before: Pick<DayState, 'intents'>,
  changed: readonly Intent[],
  { positions }: Standing,
): readonly Fact[] {
  const asked = new Map(before.intents.map((intent) => [intentKey(intent), intent]));
  const after = new Map([...asked, ...changed.map((intent) => [intentKey(intent), intent] as const)]);
  const done = new Map(positions.map((each) => [memberKey(each), each]));
  const sum = (intents: ReadonlyMap<string, Intent>, member: string): Cents =>
    [...intents.values()].reduce(
      (total, intent) => total + (memberKey(intent) === member ? intent.amount : 0),
      0,
    );
  const wholes = new Map(changed.map((intent) => [memberKey(intent), intent]));
  return [...wholes].map(([member, { fund, asset: code, side }]) => {
    const { executed: money3 = 0, opposite: money4 = 0 } = done.get(member) ?? {};
    const figures = { money: sum(asked, member), money2: sum(after, member), money3 };
    return fact(
      msg('{fund} {side} {code}', { fund, side, code }),
      money4 === 0
        ? msg('{money} → {money2}, executed so far {money3}', figures)
        : msg('{money} → {money2}, executed so far {money3}, given back {money4}', { ...figures, money4 }),
    );
  });
}

/** What the offshore desk has executed nobody here knows. */
export const offshoreFacts = (changes: readonly OffshoreChange[]): readonly Fact[] =>
  changes.map(({ order: { fund, asset: code, side, amount }, before }) =>
    fact(
      msg('{fund} {side} {code}', { fund, side, code }),
      msg('{money} → {money2}, offshore', { money: before ?? 0, money2: amount }),
    ),
  );

/** An administrator that was asked for units goes on with them: nobody takes them back by a mail to a broker. */
export function unitsStay({ units }: DayState, changed: readonly Intent[]): readonly Problem[] {
  const cancelled = new Map(
    changed.filter(({ amount }) => amount === 0).map((intent) => [memberKey(intent), intent.fund]),
  );
  return units.flatMap((unit): readonly Problem[] => {
    const fund = cancelled.get(memberKey(unit));
    if (fund === undefined || unit.units === 0) return [];
    const text = msg(
      '{n} {n|unit|units} of {code} {n|is|are} requested for {fund} and {n|stays|stay} so; call the administrator if {n|it is|they are} not wanted',
      { n: unit.units, code: unit.asset, fund },
    );
    return [warning('units-stay', text, { tab: primaryRequests.name })];
  });
}
