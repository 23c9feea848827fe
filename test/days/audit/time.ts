// Who may get what: nothing from outside an order's time, nothing sold that is not there, give-backs after orders.
import {
  type AuditFacts,
  type AuditFill,
  type AuditLine,
  type AuditOrder,
  applied,
  counted,
  fillsIn,
  inForce,
  keyOf,
  other,
  plainCnpj,
  secondAt,
  sideOf,
} from './facts';

const memberOf = ({ cnpj, asset, side }: AuditLine | AuditOrder): string => keyOf(cnpj, asset, side);

/** 2. */
export function ownTimeOnly(facts: AuditFacts): readonly string[] {
  const orders = new Map(facts.orders.map((order) => [memberOf(order), order]));
  const fills = new Map(facts.fills.map((fill) => [fill.key, fill]));
  const mayGiveBack = firstRound(facts);
  const timed = facts.lines.flatMap((line): readonly string[] => {
    const fill = fills.get(line.fill);
    if (line.cnpj === null || fill === undefined || fill.second === null) return [];
    const { second } = fill;
    const order = orders.get(memberOf(line));
    if (order !== undefined && inForce(order, second)) return [];
    const home = orders.get(keyOf(line.cnpj, line.asset, other(line.side)));
    if (home !== undefined && second > mayGiveBack) return [];
    return [
      `${line.cnpj} gets ${line.shares} of ${line.fill} at second ${second}: no claim of it was in force`,
    ];
  });
  return [...timed, ...untimed(facts, orders, fills)];
}

/** The first step after the opening that may ask for a give-back. */
function firstRound({ trace }: AuditFacts): number {
  const calls = [
    'runAdjustmentCycle',
    'runPrimaryCalculation',
    'applyStage',
    'cancelOrders',
    'runInitialOrders',
  ];
  const [, second] = trace.steps.filter((step) => applied(step) && calls.includes(step.call ?? ''));
  return second === undefined ? Number.POSITIVE_INFINITY : secondAt(second.at);
}

/** Of a row without a time, a fund that came later gets no more than it grew after that. */
function untimed(
  { lines, orders: all, trace }: AuditFacts,
  orders: ReadonlyMap<string, AuditOrder>,
  fills: ReadonlyMap<string, AuditFill>,
): readonly string[] {
  const late = all.filter(({ changes }) => (changes[0]?.second ?? -1) >= 0);
  return late.flatMap((order) => {
    const begun = order.changes[0]?.second ?? 0;
    const step = trace.steps.find((own) => applied(own) && secondAt(own.at) === begun);
    const then = new Map(fillsIn(step?.executions ?? []).map((fill) => [fill.key, fill.quantity]));
    const own = lines.filter((line) => memberOf(line) === memberOf(order) && orders.has(memberOf(line)));
    return [...new Set(own.map(({ fill }) => fill))].flatMap((key): readonly string[] => {
      const fill = fills.get(key);
      if (fill === undefined || fill.second !== null) return [];
      const got = own.filter((line) => line.fill === key).reduce((sum, { shares }) => sum + shares, 0);
      const grown = Math.max(0, fill.quantity - (then.get(key) ?? 0));
      return got > grown
        ? [`${order.cnpj} gets ${got} of ${key}, which grew by ${grown} since it began`]
        : [];
    });
  });
}

/** 3. What a fund sold today, its give-backs included, it held, bought today, and did not redeem. */
export function noNakedSale({ lines, orders, held, unitShares }: AuditFacts): readonly string[] {
  const sold = new Map<string, number>();
  for (const { cnpj, asset, side, shares } of lines) {
    if (cnpj === null) continue;
    const key = keyOf(cnpj, asset);
    sold.set(key, (sold.get(key) ?? 0) + (side === 'SELL' ? shares : -shares));
  }
  return [...sold].flatMap(([key, net]): readonly string[] => {
    // Where nothing is known of holdings, only a fund that is at home on the buying side can be caught.
    const isBuyer = orders.every((order) => keyOf(order.cnpj, order.asset) !== key || order.side === 'BUY');
    if (held === null && !isBuyer) return [];
    const redeemed = unitShares.get(`${key}|SELL`) ?? 0;
    const most = Math.max(0, (held?.get(key) ?? 0) - redeemed);
    return net > most ? [`${key} sold ${net} net of what it bought; ${most} were there`] : [];
  });
}

/** 4. */
export function ordersFirst(facts: AuditFacts): readonly string[] {
  const { orders, trace, allocatedAt } = facts;
  if (allocatedAt === null) return [];
  const homes = new Map(orders.map((order) => [memberOf(order), order]));
  const fills = new Map(counted(facts.fills).map((fill) => [fill.key, fill]));
  const back = facts.lines.filter(
    (line) =>
      line.cnpj !== null &&
      !homes.has(memberOf(line)) &&
      homes.has(keyOf(line.cnpj, line.asset, other(line.side))),
  );
  return trace.allocation.flatMap((row): readonly string[] => {
    const member = keyOf(plainCnpj(row.cnpj), String(row.asset), sideOf(row.side));
    const order = homes.get(member);
    if (order === undefined || order.changes.length !== 1) return [];
    if (isBounded(facts, member) || isRevised(facts, keyOf(order.asset, order.side))) return [];
    const own = [...fills.values()].filter(({ pool }) => pool === keyOf(order.asset, order.side));
    const price = Math.max(0, ...own.map((fill) => Number(fill.price) / 1e8));
    // Short by more than the rounding to a whole share.
    if (!(Number(row.residual) > price * 1.01)) return [];
    return back.flatMap((line): readonly string[] => {
      const fill = fills.get(line.fill);
      const isShared =
        line.pool === keyOf(order.asset, order.side) && fill !== undefined && fill.second !== null;
      return isShared && fill.second !== null && inForce(order, fill.second)
        ? [`${member} is short by ${row.residual}, and ${line.cnpj} gave back ${line.shares} of ${line.fill}`]
        : [];
    });
  });
}

/**
 * What a give-back had when it was restated stays with it: whoever is short because of a bust, a correction or a late report
 * of what was traded before that is no longer first.
 */
function isRevised({ trace, fills }: AuditFacts, pool: string): boolean {
  const step = trace.steps.findLast((own) => applied(own) && own.call !== 'completeAdjustmentWorkflow');
  if (step === undefined) return false;
  const then = new Map(fillsIn(step.executions).map((fill) => [fill.key, fill]));
  return fills.some((fill) => {
    const known = then.get(fill.key);
    const isEarlier = fill.second === null || fill.second <= secondAt(step.at);
    const isOther =
      known?.quantity !== fill.quantity ||
      known.price !== fill.price ||
      (known.status === 'BUSTED') !== (fill.status === 'BUSTED');
    return fill.pool === pool && isEarlier && isOther;
  });
}

/** A seller that has no more shares is short in money only. */
function isBounded({ lines, held, unitShares }: AuditFacts, member: string): boolean {
  const [cnpj, asset, side] = member.split('|');
  if (side !== 'SELL' || held === null) return false;
  const sold = lines.filter((line) => memberOf(line) === member).reduce((sum, { shares }) => sum + shares, 0);
  return sold + 1 >= (held.get(keyOf(cnpj ?? '', asset ?? '')) ?? 0) - (unitShares.get(member) ?? 0);
}
