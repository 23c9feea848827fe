// What a person asks to cancel, read as a tab is read: a slip of the keyboard must not stop more than was meant.

import { parseCnpj } from '../domain/cnpj';
import { error, type Problem } from '../domain/problem';
import type { ProblemCode } from '../domain/problemCodes';
import type { Result } from '../domain/result';
import type { StopScope } from '../domain/stop';
import { type Message, msg } from '../language/message';
import { side as sideColumn } from '../sheets/tabs/common';
import { type OpenInputs, valuesOf } from './day/inputs';

/** A blank or left-out part means all of them. */
export interface CancelWish {
  readonly asset?: string | null;
  readonly cnpj?: string | null;
  readonly broker?: string | null;
  readonly side?: string | null;
  readonly reason?: string;
}

export const CANCEL_KEYS = ['asset', 'cnpj', 'broker', 'side', 'reason'] as const;

interface ReadScope {
  /** null = it cannot be told what is meant. */
  readonly scope: StopScope | null;
  readonly problems: readonly Problem[];
}

export function readScope(inputs: OpenInputs, wish: CancelWish): ReadScope {
  const { intents, offshore, instructions } = inputs.state;
  const orders = [...intents, ...offshore];
  const problems: Problem[] = [];
  const wrong = (code: ProblemCode, text: Message): null => {
    problems.push(error(code, text));
    return null;
  };
  const among = (
    code: ProblemCode,
    typed: string | null | undefined,
    known: readonly string[],
  ): string | null => {
    const value = (typed ?? '').trim();
    if (value === '') return null;
    const same = known.find((each) => each.toUpperCase() === value.toUpperCase());
    const values = [...new Set(known)].sort().join(', ');
    return (
      same ??
      wrong(
        code,
        values === ''
          ? msg('"{value}" has no order of the day', { value })
          : msg('"{value}" has no order of the day; use {values}', { value, values }),
      )
    );
  };
  const parsed = <T>(
    code: ProblemCode,
    typed: string | null | undefined,
    read: (text: string) => Result<T>,
  ) => {
    const value = (typed ?? '').trim();
    if (value === '') return null;
    const result = read(value);
    return result.ok ? result.value : wrong(code, result.reason);
  };
  const cnpj = parsed('bad-cnpj', wish.cnpj, parseCnpj);
  const scope: StopScope = {
    asset: among(
      'unknown-asset',
      wish.asset,
      orders.map(({ asset }) => asset),
    ),
    cnpj: among(
      'unknown-fund',
      cnpj,
      orders.map((order) => order.cnpj),
    ),
    side: parsed('bad-side', wish.side, (text) => sideColumn.parse(text)),
    broker: among('unknown-broker', wish.broker, [
      ...valuesOf(inputs.brokers).map(({ name }) => name),
      ...instructions.map(({ broker }) => broker),
    ]),
  };
  if (scope.cnpj !== null && scope.broker !== null)
    wrong(
      'fund-at-broker',
      msg(
        'a broker works an ETF for all funds together; cancel the order of {cnpj}, or stop {broker}, not both at once',
        { cnpj: scope.cnpj, broker: scope.broker },
      ),
    );
  if (problems.length === 0 && !isAnyMeant(inputs, scope))
    wrong('nothing-to-cancel', msg('no order of the day is what was asked for; nothing is cancelled'));
  return { scope: problems.length > 0 ? null : scope, problems };
}

/** Whether the day has, or had, an order of it. */
function isAnyMeant({ state }: OpenInputs, { asset, cnpj, side, broker }: StopScope): boolean {
  const isMeant = (order: { readonly asset: string; readonly side: string }): boolean =>
    (asset === null || order.asset === asset) && (side === null || order.side === side);
  if (broker !== null) return true;
  const { intents, offshore, claims } = state;
  return [...intents, ...offshore, ...claims].some(
    (order) => isMeant(order) && (cnpj === null || order.cnpj === cnpj),
  );
}
