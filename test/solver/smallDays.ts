// Small random days at the desk: few funds, few shares, and every rule that can get in the way.
import type { CostProblem, FillProblem, PrimaryFund, PrimaryProblem, ShareProblem } from '../../src/solver';
import type { Chance } from './seeded';

export function smallShareDay(chance: Chance): ShareProblem {
  const price = 1 + chance.whole(3) + (chance.is(0.5) ? 0.25 : 0);
  const funds = Array.from({ length: 1 + chance.whole(5) }, (_, at) => ({
    id: `FUND ${at}`,
    intent: 1 + chance.whole(100),
    target: chance.whole(60 * price) / 2 - 15,
    ...(chance.is(0.3) ? { maxShares: chance.whole(12) } : {}),
  }));
  return {
    price,
    executedShares: chance.whole(20),
    funds,
    weighting: chance.is(0.5) ? 'equal-bps' : 'squared-relative',
    ...(chance.is(0.5) ? { shareLot: 1 + chance.whole(4) } : {}),
  };
}

export function smallUnitDay(chance: Chance): PrimaryProblem {
  const price = 1 + chance.whole(3) + (chance.is(0.5) ? 0.25 : 0);
  const sharesPerUnit = 2 + chance.whole(5);
  const unitValue = price * sharesPerUnit;
  const funds = Array.from({ length: 1 + chance.whole(4) }, (_, at): PrimaryFund => {
    const cash = { perShare: price, perUnit: unitValue, total: chance.whole(60) };
    const holdings = { perShare: 1, perUnit: sharesPerUnit, total: chance.whole(40) };
    return {
      id: `FUND ${at}`,
      target: 1 + chance.whole(60 * price) / 2,
      ...(chance.is(0.2) ? { maxUnits: 0 } : chance.is(0.2) ? { maxUnits: chance.whole(4) } : {}),
      ...(chance.is(0.25) ? { maxShares: chance.whole(12) } : {}),
      ...(chance.is(0.25) ? { limit: chance.is(0.5) ? cash : holdings } : {}),
    };
  });
  return {
    price,
    unitValue,
    executedShares: chance.whole(16),
    funds,
    weighting: chance.is(0.5) ? 'equal-bps' : 'squared-relative',
    ties: chance.is(0.3) ? 'fewest-requests' : 'pro-rata',
    ...(chance.is(0.4) ? { shareLot: 1 + chance.whole(4) } : {}),
    ...(chance.is(0.3) ? { maxTotalUnits: chance.whole(6) } : {}),
  };
}

export function smallFillDay(chance: Chance): FillProblem {
  const fills = Array.from({ length: 1 + chance.whole(4) }, (_, at) => ({
    id: `FILL ${at}`,
    price: 10 + chance.whole(8) / 4,
    quantity: 1 + chance.whole(4),
  }));
  let open = fills.reduce((sum, fill) => sum + fill.quantity, 0);
  const size = 1 + chance.whole(3);
  const funds = Array.from({ length: size }, (_, at) => {
    const shares = at === size - 1 ? open : chance.whole(open + 1);
    open -= shares;
    return { id: `FUND ${at}`, shares };
  });
  return { fills, funds };
}

export function smallCostDay(chance: Chance): CostProblem {
  const assets = Array.from({ length: 1 + chance.whole(2) }, (_, at) => {
    const price = 2 + chance.whole(3);
    const sharesPerUnit = 3 + chance.whole(4);
    return {
      id: `ETF${at}`,
      side: chance.is(0.5) ? ('BUY' as const) : ('SELL' as const),
      price,
      sharesPerUnit,
      unitValue: price * sharesPerUnit,
      executedShares: chance.whole(5),
      feePerRequest: chance.whole(4),
      primaryBps: chance.whole(500),
      halfSpreadBps: chance.whole(300),
      residualPenalty: (1 + chance.whole(10)) / 10,
      ...(chance.is(0.3) ? { maxTotalUnits: chance.whole(4) } : {}),
    };
  });
  const funds = Array.from({ length: 1 + chance.whole(3) }, (_, at) => ({
    id: `FUND ${at}`,
    ...(chance.is(0.3) ? { cash: chance.whole(60) } : {}),
    positions: assets.map(({ id, side }) => ({
      asset: id,
      target: chance.whole(60) - 8,
      ...(side === 'SELL' && chance.is(0.4) ? { holdings: chance.whole(16) } : {}),
      ...(chance.is(0.2) ? { maxUnits: chance.whole(3) } : {}),
      ...(chance.is(0.2) ? { maxShares: chance.whole(5) } : {}),
    })),
  }));
  return { assets, funds };
}

/**
 * Units of a few shares each, and cash that pays for a split that is known and for `slack` BRL beside it: what real shares could
 * do, whole ones seldom can.
 */
export function tightCostDay(chance: Chance, { slack, most }: { slack: number; most: number }): CostProblem {
  const cents = (value: number): number => Math.round(100 * value) / 100;
  const assets = Array.from({ length: 2 + (chance.is(0.3) ? 1 : 0) }, (_, at) => {
    const price = cents(5 + 95 * chance.real());
    const sharesPerUnit = 2 + chance.whole(6);
    return {
      id: `ETF${at}`,
      side: 'BUY' as const,
      price,
      sharesPerUnit,
      unitValue: cents(price * sharesPerUnit * (chance.is(0.3) ? 1.002 : 1)),
      feePerRequest: 20,
      primaryBps: chance.whole(11),
      halfSpreadBps: chance.whole(16),
      residualPenalty: (1 + chance.whole(30)) / 100,
    };
  });
  const executed = assets.map(() => 0);
  const funds = Array.from({ length: assets.length === 2 && chance.is(0.3) ? 3 : 2 }, (_, at) => {
    let cash = slack * chance.real();
    const positions = assets.map(({ id, price, unitValue }, asset) => {
      const shares = chance.whole(assets.length === 3 ? most / 4 : most);
      const money = price * shares + unitValue * (chance.is(0.5) ? chance.whole(4) : 0);
      executed[asset] = (executed[asset] ?? 0) + shares;
      cash += money;
      return { asset: id, target: cents(money * (0.7 + chance.real())) };
    });
    return { id: `FUND ${at}`, cash: cents(cash), positions };
  });
  return { assets: assets.map((asset, at) => ({ ...asset, executedShares: executed[at] ?? 0 })), funds };
}
