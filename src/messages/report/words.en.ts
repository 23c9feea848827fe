// The end-of-day report in English.
import type { Parts, ReportWords, Result } from './phrases';

const verb = { BUY: 'buy', SELL: 'sell' } as const;
const plural = { BUY: 'buys', SELL: 'sells' } as const;
const did = { BUY: 'bought', SELL: 'sold' } as const;

/** What of a residual is not done, and what is too much. */
const left = ({ missing, over }: Parts): readonly string[] => [
  ...(missing === null ? [] : [`${missing} not done`]),
  ...(over === null ? [] : [`${over} too much`]),
];

/** The same behind what it belongs to. */
const parts = (of: Parts): string => {
  const said = left(of);
  return said.length === 0 ? '' : `: ${said.join(', ')}`;
};

const inavs = (times: string | readonly string[]): string =>
  `, units at the iNAV of ${typeof times === 'string' ? times : times.join(', ')}`;

/** Said of everything that may have gone either way: a bare sign says it to nobody. */
const won = ({ how, money }: Result): string => (how === 'even' ? 'came out even' : `${how} ${money}`);
/** Of several that lost or gained the same part, and not the same money. */
const wonAlike = ({ how, bps }: Result): string => (how === 'even' ? 'came out even' : `${how} ${bps} bps`);
const wonBps = (result: Result): string =>
  result.how === 'even' ? won(result) : `${won(result)}, ${result.bps} bps`;

const ODD_FIGURE = 'an odd figure';

export const en: ReportWords = {
  title: 'End of day',
  fileName: 'end-of-day',
  complete: 'COMPLETE',
  pending: 'PENDING',
  points: (n) => (n === 1 ? '1 point waits' : `${n} points wait`),
  version: (version) => `allocation version ${version}`,
  replaces: (earlier) => `REPLACES version ${earlier}`,
  subject: ({ state, version, replaces, points, residual }) =>
    [
      `${state}, ${residual.money} off target (${residual.bps} bps): end of day v${version}${replaces === null ? '' : ` (REPLACES v${replaces})`}`,
      ...(points === 0 ? [] : [points === 1 ? '1 point waits' : `${points} points wait`]),
    ].join(', '),
  onlyExecuted: (of) =>
    `COMPLETE means that all that was executed is allocated; of the orders, ${left(of).join(', ')}, and trading is over`,
  asOf: ({ fills, inav }) =>
    `${fills === null ? 'fills as they are typed' : `fills as of ${fills}`}${inav === null ? '' : inavs(inav)}`,
  withoutNav: (assets) =>
    `${assets === null ? 'No official NAV' : `No official NAV of ${assets}`} is published yet: what units cost is not known, and residuals stand at the frozen iNAV alone. The file in Drive is completed once it is; no second mail goes out for that.`,
  atNav: 'residuals stand at the official NAV, too',
  tile: {
    residual: 'Residual',
    cost: 'Shares against the iNAV',
    broker: 'Worst of the brokers compared',
    person: 'For a person',
    ofTarget: ({ bps, missing, over }) => `${bps} bps of the target${parts({ missing, over })}`,
    ofSide: ({ side, ...result }) => `${plural[side]} ${won(result)}`,
    against: (results, money) =>
      `${results
        .map(({ side, bps, place }) =>
          place === 'at' ? `${plural[side]} at the iNAV` : `${plural[side]} ${bps} bps ${place} it`,
        )
        .join(', ')}; ${money} traded`,
    ofBroker: ({ side, broker }) => `${plural[side]} ${broker}`,
    ofBrokerCost: ({ side, ...result }) =>
      `${result.how === 'lost' ? 'dearest' : 'least good'} of the ${plural[side]}: ${wonBps(result)}`,
    alike: (side) => `${plural[side]} alike`,
    alikeCost: ({ side, ...result }) =>
      `the brokers of the ${plural[side]} came out alike: each ${wonAlike(result)}`,
    noTwoBrokers: 'no side had two brokers to compare',
    noFills: 'nothing was traded',
    waits: (n, warnings) => {
      const waiting = n === 0 ? 'nothing waits' : n === 1 ? 'waits below' : 'wait below';
      const warned = warnings === 1 ? '1 warning' : `${warnings} warnings`;
      return warnings === 0 ? waiting : `${waiting}; ${warned}`;
    },
  },
  minute: {
    title: 'In a minute',
    nothingLeft: 'No ETF has anything left to do.',
    left: ({ residual, target, missing, over, asset, side, most }) =>
      `The residual is ${residual.money} of ${target} (${residual.bps} bps)${parts({ missing, over })}; the largest is in ${asset}, ${verb[side]}${parts(most)}.`,
    ofFund: ({ fund, asset, side, bps, ...of }) =>
      `The largest of a fund is that of ${fund} in ${asset}, ${verb[side]}${parts(of)} (${bps} bps of its order).`,
    shares: (side, { money, bps }, place) =>
      place === 'at'
        ? `Shares were ${did[side]} at the exchange at the iNAV when they were ordered.`
        : `Shares were ${did[side]} at the exchange ${money} ${place} the iNAV when they were ordered (${bps} bps).`,
    units: ({ money, bps }, isGain) =>
      `Units ${isGain ? 'gained' : 'lost'} ${money} against the iNAV when they were asked for (${bps} bps).`,
    brokers: ({ side, worst, worstResult, best, bestResult }) => {
      const [low, high] = worstResult.how === 'lost' ? ['dearest', 'cheapest'] : ['least good', 'best'];
      return `Of the ${plural[side]}, ${low} was ${worst} (${wonBps(worstResult)}), ${high} ${best} (${wonBps(bestResult)}).`;
    },
    alike: ({ side, result }) =>
      `Of the ${plural[side]}, the brokers came out alike (each ${wonAlike(result)}).`,
    oneBroker: ({ side, broker, result }) =>
      `All ${plural[side]} were traded by ${broker} (${wonBps(result)}).`,
    fairness: ({ fund, result, asset, side }) =>
      `The fund furthest from the average of all is ${fund}, ${asset}, ${verb[side]}: it ${wonBps(result)} against it.`,
    settles: (date) => `Today’s trades settle on ${date}.`,
  },
  person: {
    title: 'For a person',
    kind: { missing: 'Missing', round: 'Rounds', units: 'Units', residual: 'Residual', bust: 'Bust' },
    nothing: 'Nothing waits, and nothing is warned of.',
  },
  sides: {
    title: 'Residual by ETF and side',
    note: 'Above zero there was more to do; below zero there is more than was asked. A side’s residual is that of its funds together: one that lacks and one that has too much net out in it alone, and then both stand beside it.',
    most: (shown, all) =>
      `The ${shown} of ${all} with the largest residuals; the attached file has all of them.`,
    back: (line, { asked, given }) =>
      `${line}: no fund had an order; ${asked} was to be given back, and ${given} was. What is done there is of that.`,
  },
  brokers: {
    title: 'Slippage by broker',
    note: 'Each fill against the iNAV of the instruction in force when it was done; buys and sells apart. Above zero is worse on either side.',
    unasked: 'nobody asked for it',
    of: { BUY: 'Broker, buys', SELL: 'Broker, sells' },
    tradedFor: ({ all, own, forOthers, nobodys }) =>
      `Traded at the exchange ${all}: ${own} for the orders of the side (executed)${forOthers === null ? '' : `, ${forOthers} given back by funds of the other side`}${nobodys === null ? '' : `, ${nobodys} nobody’s`}.`,
  },
  routes: {
    title: 'Primary against secondary',
    note: ({ shares, units }) =>
      `Fills against the iNAV when they were ordered; units at the official NAV against the iNAV when they were asked for.${shares === null ? '' : ` The settings take shares to cost ${shares} bps.`}${units === null ? '' : ` They take units to cost ${units} bps.`}`,
    notYet: 'no NAV yet',
  },
  mixes: {
    title: 'Fairness of the mix',
    note: 'What a fund paid beyond the average of all funds, units and shares together: over the funds of a side it adds up to zero, and it should be small for each.',
  },
  exceptions: {
    title: 'Exceptions, and who accepted them',
    none: 'There were none.',
    kind: {
      accepted: 'Accepted',
      units: 'Units by hand',
      stopped: 'Stopped',
      amended: 'Amended',
      differing: 'Asked, not amended',
      bust: 'Bust',
    },
    noReason: 'no reason given',
    nobody: 'the broker',
    accepted: {
      'silent-broker': 'a broker that reported nothing',
      'broker-left-out': 'a broker that was left out',
      'unasked-fill': 'fills that nobody asked for',
      'unplaced-shares': 'shares that fit no fund',
      'vanished-fill': 'a fill that vanished',
      'shrunk-fill': 'a fill that shrank',
      'odd-fill-price': 'the price of a fill',
      'odd-fill-size': 'the size of a fill',
      'odd-inav': 'an iNAV',
      'odd-nav': 'an official NAV',
      'odd-trade': 'the size of a trade',
    },
    otherwise: ODD_FIGURE,
  },
  funds: {
    title: 'Residual by fund',
    most: (shown, all) => `The ${shown} of ${all} that miss or exceed their target most.`,
    others: (file, further) =>
      further.length === 0
        ? `Every fund has its own page in the attached file ${file}.`
        : `Every fund has its own page: the first in the attached file ${file}, those that follow in the day’s folder in Drive, in ${further.join(', ')}.`,
  },
  fund: {
    title: 'Report to the fund’s manager',
    settles: (date) => `Trades settle on ${date}.`,
    wanted: ({ target, asset, side }) => `The order was to ${verb[side]} ${target} of ${asset}.`,
    amended: (money) => `It was amended to ${money}.`,
    cancelled: 'It was cancelled.',
    keeps: (money) => `The fund keeps what was done by then: ${money} counts as its target.`,
    gaveBack: ({ money, asset, side }) =>
      `To give back what it had too much the fund ${did[side]} ${money} of ${asset}.`,
    got: ({ side, units, shares }) => {
      const ofUnits =
        units === null ? [] : [`${units.printed} ${units.n === 1 ? 'unit' : 'units'} (${units.money})`];
      const ofShares = shares === null ? [] : [`${shares.printed} shares at ${shares.price} on average`];
      const had = [...ofUnits, ...ofShares].join(' and ');
      return had === '' ? `Nothing was ${did[side]}.` : `The fund ${did[side]} ${had}.`;
    },
    leaves: ({ missing, over, bps }) =>
      missing === null && over === null
        ? 'Nothing is left to do.'
        : `${missing ?? over} ${missing === null ? 'too much' : 'not done'} (${bps} bps of the order).`,
    byHand: (said) => `Units by hand: ${said}.`,
    why: 'Why',
    fair: (pool) => `All funds together: ${pool} a share.`,
    beyond: ({ money, bps }, isWorse) =>
      `Units and shares together cost it ${money} ${isWorse ? 'more' : 'less'} than the average of all funds (${bps} bps).`,
    proRata: (shares) => `A plain pro rata would have left it ${shares} shares.`,
    signed: 'Fund manager',
  },
  method: {
    title: 'How it is counted',
    items: {
      residual:
        'Residual: target less units at the frozen iNAV less what was executed plus what was given back; fund by fund, and nothing nets out between funds, sides or ETFs in what is not done and what is too much. Above zero it is not done, below zero it is too much. Same figures as the tab status.',
      nav: 'At the official NAV: the same with units at the price at which they settle.',
      slippage:
        'Slippage: shares times fill price less shares times the iNAV of the instruction in force at that moment (of the first one where a fill tells no time). Busted fills are in none of it.',
      routes:
        'Primary against secondary: shares as they were traded, units at the frozen iNAV; the cost in bps of the same at the iNAV of their decision. Assumed cost: half_spread_bps, and primary_bps with fee_per_request, of the tab settings.',
      mix: 'Average of the mix: units at the official NAV (until it is published at the iNAV of their request) and shares at what each fund books.',
      source:
        'Source: the allocation in force, the fills as last recorded, and the instructions as they were sent.',
    },
  },
  sign: { trader: 'Trader', head: 'Head of desk', date: 'Date and time' },
  legend: {
    primary: 'units',
    secondary: 'shares',
    open: 'not done',
    worse: 'worse',
    better: 'better',
    over: 'too much',
  },
  column: {
    done: 'Done',
    ordered: 'Ordered',
    asked: 'Amended to',
    traded: 'Traded',
    open: 'Not done',
    over: 'Too much',
    residual: 'Residual',
    residualAtNav: 'At the NAV',
    ofDay: 'Part done',
    broker: 'Broker',
    vwap: 'VWAP',
    inav: 'iNAV ordered at',
    cost: 'Cost',
    againstAll: 'To all',
    shares: 'Shares',
    units: 'Units',
    average: 'Average',
    paidMost: 'Paid most',
    paidLeast: 'Paid least',
    sharesAlone: 'Shares alone',
    what: 'What',
    why: 'Why',
    who: 'Who',
    when: 'When',
  },
};
