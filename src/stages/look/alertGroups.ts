// Alerts of one kind and one cause as one row: nine ETFs whose iNAV is old are one call to its provider.
import { bySide, sidesSaid } from '../../domain/bySide';
import { groupsOf } from '../../domain/lookup';
import { type Message, msg } from '../../language/message';
import type { Alert } from './alerts';

export interface AlertGroup extends Pick<Alert, 'kind' | 'cost' | 'basis' | 'said' | 'todo' | 'request'> {
  /** At least one, the dearest first. */
  readonly alerts: readonly Alert[];
}

/** The dearest together comes first. */
export function alertGroups(alerts: readonly Alert[]): readonly AlertGroup[] {
  const groups = groupsOf(alerts, ({ kind, cause, todo, request }) =>
    JSON.stringify([kind, cause, todo, request]),
  );
  return groups.flatMap(groupOf).sort((a, b) => b.cost - a.cost);
}

function groupOf(alerts: readonly Alert[]): readonly AlertGroup[] {
  const [first] = alerts;
  if (first === undefined) return [];
  const { kind, todo, request } = first;
  const { cost, basis, said } = alerts.length === 1 ? first : together(first, alerts);
  return [{ kind, todo, request, alerts, cost, basis, said }];
}

const together = (first: Alert, alerts: readonly Alert[]): Pick<Alert, 'cost' | 'basis' | 'said'> => ({
  cost: alerts.reduce((sum, each) => sum + each.cost, 0),
  basis: msg('all of them together, as the list says'),
  said: saidTogether(first, alerts),
});

/** How many, which, and over how much. */
function saidTogether({ kind, broker: named }: Alert, alerts: readonly Alert[]): Message {
  const n = alerts.length;
  const broker = named ?? '';
  const assets = [...new Set(alerts.map(({ asset }) => asset))].join(', ');
  const said = sidesSaid(bySide(alerts, ({ side, money }) => ({ side: side ?? 'BUY', money })));
  switch (kind) {
    case 'changed':
      return msg('{n} orders of daily-trades differ from what is worked, by {said}: {assets}', {
        ...{ n, said, assets },
      });
    case 'stale-inav':
      return msg('the iNAVs of {n} ETFs are too old: {assets}', { n, assets });
    case 'limit-passed':
      return msg('the iNAV has passed the limit of {n} orders, {said} stay undone: {assets}', {
        ...{ n, assets, said },
      });
    case 'cutoff':
      return msg('units of {n} ETFs can be asked for a few minutes more: {assets}', { n, assets });
    case 'bust':
      return msg('busts of {broker} in {n} ETFs and sides over {said}: {assets}', {
        ...{ broker, n, assets, said },
      });
    case 'cap':
      return msg('{broker} is above its cap {n} times: {assets}', { broker, n, assets });
    case 'limit':
      return msg('{broker} traded beyond its limit {n} times, {money} in all: {assets}', {
        ...{ broker, n, assets },
        money: alerts.reduce((sum, { money }) => sum + money, 0),
      });
    case 'naked':
      return msg('shares of {n} ETFs are sold naked: {assets}', { n, assets });
  }
}
