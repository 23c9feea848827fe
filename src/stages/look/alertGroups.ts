// Alerts of one kind and one cause as one row: nine ETFs whose iNAV is old are one call to its provider.
import { bySide, sidesSaid } from '../../domain/bySide';
import type { Cents } from '../../domain/money';
import { type Message, msg } from '../../language/message';
import type { Alert } from './alerts';

export interface AlertGroup extends Pick<Alert, 'kind' | 'cost' | 'basis' | 'said' | 'todo' | 'request'> {
  /** At least one, the dearest first. */
  readonly alerts: readonly Alert[];
}

/** The dearest together comes first. */
export function alertGroups(alerts: readonly Alert[]): readonly AlertGroup[] {
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const key = JSON.stringify([alert.kind, alert.cause, alert.todo, alert.request]);
    const known = groups.get(key);
    if (known) known.push(alert);
    else groups.set(key, [alert]);
  }
  return [...groups.values()].flatMap(groupOf).sort((a, b) => b.cost - a.cost);
}

function groupOf(alerts: readonly Alert[]): readonly AlertGroup[] {
  const [first] = alerts;
  if (first === undefined) return [];
  const { kind, todo, request } = first;
  if (alerts.length === 1)
    return [{ kind, todo, request, alerts, cost: first.cost, basis: first.basis, said: first.said }];
  const cost = alerts.reduce((sum, each) => sum + each.cost, 0);
  return [
    {
      kind,
      todo,
      request,
      alerts,
      cost,
      basis: msg('all of them together, as the list says'),
      said: together(first, alerts),
    },
  ];
}

/** How many, which, and over how much. */
function together({ kind, broker }: Alert, alerts: readonly Alert[]): Message {
  const n = alerts.length;
  const codes = [...new Set(alerts.map(({ asset }) => asset))];
  const assets = codes.join(', ');
  const counted = { n, assets, money: alerts.reduce((sum: Cents, { money }) => sum + money, 0) };
  switch (kind) {
    case 'stale-inav':
      return msg('the iNAVs of {n} ETFs are too old: {assets}', { n, assets });
    case 'limit-passed':
      return msg('the iNAV has passed the limit of {n} orders, {said} stay undone: {assets}', {
        ...{ n, assets },
        said: sidesSaid(bySide(alerts, ({ side, money }) => ({ side: side ?? 'BUY', money }))),
      });
    case 'cutoff':
      return msg('units of {n} ETFs can be asked for a few minutes more: {assets}', { n, assets });
    case 'bust':
      return msg('busts of {broker} in {n} ETFs and sides over {said}: {assets}', {
        ...{ broker: broker ?? '', n, assets },
        said: sidesSaid(bySide(alerts, ({ side, money }) => ({ side: side ?? 'BUY', money }))),
      });
    case 'cap':
      return msg('{broker} is above its cap {n} times: {assets}', { broker: broker ?? '', n, assets });
    case 'limit':
      return msg('{broker} traded beyond its limit {n} times, {money} in all: {assets}', {
        ...counted,
        broker: broker ?? '',
      });
    case 'naked':
      return msg('shares of {n} ETFs are sold naked: {assets}', { n, assets });
  }
}
