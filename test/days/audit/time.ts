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

/** What restates give-backs. */
const ROUNDS = [
  'runAdjustmentCycle',
  'runPrimaryCalculation',
  'applyStage',
  'cancelOrders',
  'runInitialOrders',
];

/** The first step after the opening that may ask for a give-back. */
function firstRound({ trace }: AuditFacts): number {
  const [, second] = trace.steps.filter((step) => applied(step) && ROUNDS.includes(step.call ?? ''));
  return second === undefined ? Number.POSITIVE_INFINITY : secondAt(second.at);
}

/** Of a row without a time, a fund that came later gets no more than it grew after that, from the least that was seen since. */
function untimed(
  facts: AuditFacts,
  orders: ReadonlyMap<string, AuditOrder>,
  fills: ReadonlyMap<string, AuditFill>,
): readonly string[] {
  const { lines, orders: all, trace } = facts;
  const late = all.filter(({ changes }) => (changes[0]?.second ?? -1) >= 0);
  return late.flatMap((order) => {
    const begun = order.changes[0]?.second ?? 0;
    const first = trace.steps.findIndex((own) => applied(own) && secondAt(own.at) === begun);
    const looks = trace.steps.slice(Math.max(0, first), (facts.allocatedAt ?? 0) + 1);
    const then = leastOf(looks.map(({ executions }) => fillsIn(executions)));
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

/** By fill; nothing of one that the first look did not show. */
function leastOf([first = [], ...later]: readonly (readonly AuditFill[])[]): ReadonlyMap<string, number> {
  const least = new Map(first.map(({ key, quantity }) => [key, quantity]));
  for (const { key, quantity } of later.flat()) {
    const known = least.get(key);
    if (known !== undefined && quantity < known) least.set(key, quantity);
  }
  return least;
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
    if (isBounded(facts, member)) return [];
    const own = [...fills.values()].filter(({ pool }) => pool === keyOf(order.asset, order.side));
    const price = Math.max(0, ...own.map((fill) => Number(fill.price) / 1e8));
    // Short by more than the rounding to a whole share.
    const short = Number(row.residual) - price * 1.01;
    if (!(short > 0)) return [];
    return back.flatMap((line): readonly string[] => {
      const fill = fills.get(line.fill);
      const isShared =
        line.pool === keyOf(order.asset, order.side) && fill !== undefined && fill.second !== null;
      return isShared &&
        fill.second !== null &&
        inForce(order, fill.second) &&
        lostSince(facts, order, fill.second) < short
        ? [`${member} is short by ${row.residual}, and ${line.cnpj} gave back ${line.shares} of ${line.fill}`]
        : [];
    });
  });
}

/**
 * In BRL: what was busted or corrected away of the order's own time after a stage that may have ended the give-back that had
 * shares of this second. What an ended give-back had stays with it, so the order bears so much of it, and no more.
 */
function lostSince({ trace, fills }: AuditFacts, order: AuditOrder, second: number): number {
  const final = new Map(fills.map((fill) => [fill.key, fill]));
  const worth = (fill: AuditFill | undefined): number =>
    fill === undefined || fill.status === 'BUSTED' ? 0 : (fill.quantity * Number(fill.price)) / 1e8;
  const ends = trace.steps.filter(
    (step) => applied(step) && ROUNDS.includes(step.call ?? '') && secondAt(step.at) >= second,
  );
  return Math.max(
    0,
    ...ends.map((step) =>
      fillsIn(step.executions)
        .filter(
          ({ pool, second: own }) =>
            pool === keyOf(order.asset, order.side) &&
            own !== null &&
            own <= secondAt(step.at) &&
            inForce(order, own),
        )
        .reduce((sum, then) => sum + Math.max(0, worth(then) - worth(final.get(then.key))), 0),
    ),
  );
}

/** A seller that has no more shares is short in money only. */
function isBounded({ lines, held, unitShares }: AuditFacts, member: string): boolean {
  const [cnpj, asset, side] = member.split('|');
  if (side !== 'SELL' || held === null) return false;
  const sold = lines.filter((line) => memberOf(line) === member).reduce((sum, { shares }) => sum + shares, 0);
  return sold + 1 >= (held.get(keyOf(cnpj ?? '', asset ?? '')) ?? 0) - (unitShares.get(member) ?? 0);
}
