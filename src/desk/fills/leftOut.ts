// Rows of the post-trade system that are not the desk's: counted by reason in one line, and a problem where they are all that a
// broker at work has. Beside it, accounts of which nobody knows whose they are.
import type { Fill } from '../../domain/fill';
import { error, type Problem, warning } from '../../domain/problem';
import type { IsoDate } from '../../domain/stamp';
import { type Message, msg } from '../../language/message';
import { brokers, executions } from '../../sheets/tabs';
import { isAccepted } from '../../stages/day/acceptances';
import type { Missing } from '../../stages/day/missing';
import type { DayState } from '../../stages/day/state';
import type { LeftOut } from '../feeds';

interface Compared {
  readonly today: IsoDate;
  readonly state: DayState;
  readonly fresh: readonly Fill[];
  readonly leftOut: readonly LeftOut[];
}

type Reason = Exclude<LeftOut['reason'], 'earlier' | 'booked'>;

const REASONS: Readonly<Record<Reason, (n: number) => Message>> = {
  alias: (n) => msg('{n} of another alias', { n }),
  date: (n) => msg('{n} of another date, of which no day is kept', { n }),
  hedge: (n) => msg('{n} of hedge legs (symbols ending in H)', { n }),
};

const sumOf = (rows: readonly LeftOut[]): number => rows.reduce((sum, { n }) => sum + n, 0);

function saidOf(leftOut: readonly LeftOut[]): readonly Message[] {
  const own = (['alias', 'date', 'hedge'] as const).flatMap((reason) => {
    const n = sumOf(leftOut.filter((each) => each.reason === reason));
    return n === 0 ? [] : [REASONS[reason](n)];
  });
  const booked = leftOut.filter(({ reason }) => reason === 'booked');
  const dates = [...new Set(booked.flatMap(({ date }) => date ?? []))].sort();
  return [
    ...own,
    ...dates.map((date) =>
      msg('{n} of {date}, known there already', {
        n: sumOf(booked.filter((each) => each.date === date)),
        date,
      }),
    ),
  ];
}

/** Counted by reason, in one line; of an earlier day that does not know them, one by one, with what to do. */
export function rowsLeftOut(leftOut: readonly LeftOut[]): readonly Problem[] {
  const place = { tab: executions.name };
  const plain = leftOut.filter(({ reason }) => reason !== 'earlier');
  const text = msg('{n} {n|row|rows} of the post-trade system left out: {ands}', {
    n: sumOf(plain),
    ands: saidOf(plain),
  });
  return [
    ...(plain.length === 0 ? [] : [warning('rows-left-out', text, place)]),
    ...leftOut
      .filter(({ reason }) => reason === 'earlier')
      .map(({ broker, date = '', n }) =>
        warning(
          'earlier-fills',
          msg(
            '{n} {n|row|rows} of {broker} {n|is|are} of {date} and not in that day’s allocation; today goes on without {n|it|them}: take {n|it|them} in with Trading > Correct an earlier day, or ask {broker} whether {n|it is|they are} of today after all',
            { n, broker: broker ?? '–', date },
          ),
          place,
        ),
      ),
  ];
}

/**
 * A broker that works for the desk and of which not one row counts: its alias or its clock is wrong, or the setting. Rows of a
 * day that is kept are known to be of it, and stop nobody: what is late there is said, and today is asked of the broker itself.
 */
export function brokersLeftOut({ state, today, fresh, leftOut }: Compared): readonly Missing[] {
  if (state.tradeDate !== today) return [];
  const working = new Set(state.instructions.filter(({ cap }) => cap > 0).map(({ broker }) => broker));
  const unknown = leftOut.filter(({ reason }) => reason !== 'earlier' && reason !== 'booked');
  const names = unknown.flatMap(({ broker }) => broker ?? []);
  return [...new Set(names)]
    .filter((broker) => working.has(broker) && !fresh.some((fill) => fill.broker === broker))
    .filter((broker) => !isAccepted(state, 'broker-left-out', broker))
    .sort()
    .map((broker) => {
      const own = unknown.filter((each) => each.broker === broker);
      const text = msg(
        'all {n} {n|row|rows} of {broker} {n|is|are} left out ({ands}); check ACCOUNT_ALIAS and account_codes, ask {broker}, or accept it (Trading > Repair > Accept what is odd)',
        { n: sumOf(own), broker, ands: saidOf(own) },
      );
      return { code: 'broker-left-out', subject: broker, text, who: 'provider' };
    });
}

/** An account code at two brokers: nobody knows whose fills its rows are. */
export function sharedAccounts(
  accounts: readonly { broker: string; accountCode: string }[],
): readonly Problem[] {
  const owners = new Map<string, Set<string>>();
  for (const { broker, accountCode } of accounts) {
    const code = accountCode.trim();
    owners.set(code, new Set([...(owners.get(code) ?? []), broker]));
  }
  return [...owners]
    .filter(([, names]) => names.size > 1)
    .map(([account, names]) =>
      error(
        'shared-account',
        msg(
          'account {account} stands at {brokers}; an account belongs to one broker: take it out of the others',
          {
            account,
            brokers: [...names].sort().join(', '),
          },
        ),
        { tab: brokers.name },
      ),
    );
}
