// The end-of-day report in English.
import type { ReportWords } from './phrases';

const verb = { BUY: 'buy', SELL: 'sell' } as const;
const ODD_FIGURE = 'an odd figure';

export const en: ReportWords = {
  title: 'End of day',
  fileName: 'end-of-day',
  complete: 'COMPLETE',
  pending: 'PENDING',
  version: (version) => `allocation version ${version}`,
  replaces: (version) => `REPLACES version ${version - 1}`,
  subject: ({ state, version, residual, cost }) =>
    `${state}: end of day v${version}${version > 1 ? `, REPLACES v${version - 1}` : ''}: ${residual.money} left (${residual.bps} bps)${cost === null ? '' : `, shares cost ${cost.money} (${cost.bps} bps)`}`,
  asOf: ({ fills, inav }) =>
    `${fills === null ? 'Fills as they are typed' : `Fills as of ${fills}`}${inav === null ? '' : `, units at the iNAV of ${inav}`}.`,
  withoutNav: (assets) =>
    `The official NAV of ${assets} is not published yet: residuals stand at the frozen iNAV, and what units cost is not known. The file in Drive is completed once it is; no second mail goes out for that.`,
  atNav: 'Residuals stand at the official NAV, too.',
  tile: {
    residual: 'Left over',
    cost: 'Shares against the iNAV',
    broker: 'Dearest broker',
    person: 'For a person',
    ofTarget: (bps, target) => `${bps} bps of ${target}`,
    against: (bps, money) => `${bps} bps of ${money} traded`,
    ofBroker: ({ money, bps }) => `${money}, ${bps} bps`,
    noFills: 'nothing was traded',
    waits: (n) => (n === 1 ? 'waits below' : 'wait below'),
    nothingWaits: 'nothing waits',
  },
  minute: {
    title: 'In a minute',
    nothingLeft: 'No ETF has anything left to do.',
    left: ({ residual, target, asset, side, most }) =>
      `${residual.money} of ${target} is left over (${residual.bps} bps); most in ${asset}, ${verb[side]}: ${most}.`,
    shares: ({ money, bps }, isWorse) =>
      `Shares cost ${money} ${isWorse ? 'more' : 'less'} than the iNAV when they were ordered (${bps} bps).`,
    units: ({ money, bps }, isWorse) =>
      `Units cost ${money} ${isWorse ? 'more' : 'less'} than the iNAV when they were asked for (${bps} bps).`,
    unitsWait: (money, assets) =>
      `Units over ${money} settle at the official NAV; that of ${assets} is not published yet.`,
    brokers: ({ worst, worstCost, best, bestCost }) =>
      `Dearest was ${worst} (${worstCost.money}, ${worstCost.bps} bps), cheapest ${best} (${bestCost.money}, ${bestCost.bps} bps).`,
    oneBroker: ({ broker, cost }) => `All of it was traded by ${broker} (${cost.money}, ${cost.bps} bps).`,
    fairness: ({ fund, cost, asset, side }) =>
      `The fund furthest from what all paid is ${fund}, ${asset}, ${verb[side]}: ${cost.money} (${cost.bps} bps).`,
    settles: (date) => `Today’s trades settle on ${date}.`,
  },
  person: {
    title: 'For a person',
    missing: 'Missing',
    nothing: 'Nothing is missing, and nothing is warned of.',
  },
  sides: {
    title: 'Residual by ETF and side',
    note: 'Above zero there was more to do; below zero there is more than was asked.',
  },
  brokers: {
    title: 'Slippage by broker',
    note: 'Each fill against the iNAV of the instruction in force when it was done. Above zero is worse, whether it buys or sells.',
    unasked: 'nobody asked for it',
  },
  routes: {
    title: 'Primary against secondary',
    note: 'Fills against the iNAV when they were ordered; units at the official NAV against the iNAV when they were asked for. Beside it what the settings take each way to cost.',
    secondary: 'Secondary',
    primary: 'Primary',
    units: (n) => `${n} units`,
    shares: (n) => `${n} shares`,
    notYet: 'NAV not published',
  },
  mixes: {
    title: 'Fairness of the mix',
    note: 'What a fund paid beyond the average of all funds, units and shares together: over the funds of a side it adds up to zero, and it should be small for each.',
    of: (fund, { money, bps }) => `${fund}: ${money} (${bps} bps)`,
  },
  exceptions: {
    title: 'Exceptions, and who accepted them',
    none: 'There were none.',
    kind: {
      accepted: 'Accepted',
      units: 'Units by hand',
      stopped: 'Stopped',
      amended: 'Amended',
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
    others: (file) => `Every fund has its own page in the attached file ${file}.`,
  },
  fund: {
    title: 'Report to the fund’s manager',
    settles: (date) => `Trades settle on ${date}.`,
    wanted: ({ target, asset, side }) => `The fund wanted to ${verb[side]} ${target} of ${asset}.`,
    gaveBack: ({ money, asset, side }) =>
      `To give back what it had too much the fund ${side === 'BUY' ? 'bought' : 'sold'} ${money} of ${asset}.`,
    got: ({ units, primary, shares, price }) =>
      `It was given ${units} units (${primary}) and ${shares} shares at ${price} on average.`,
    gotUnits: ({ units, primary }) => `It was given ${units} units (${primary}) and no shares.`,
    gotShares: ({ shares, price }) => `It was given ${shares} shares at ${price} on average, and no units.`,
    gotNothing: 'It was given neither units nor shares.',
    leaves: ({ money, bps }) => `Left over: ${money} (${bps} bps of the target).`,
    why: 'Why',
    fair: ({ price, pool }) => `Average price ${price}; all funds together ${pool}.`,
    beyond: ({ money, bps }, isWorse) =>
      `Units and shares together cost it ${money} ${isWorse ? 'more' : 'less'} than the average of all funds (${bps} bps).`,
    proRata: (shares) => `A plain pro rata would have left it ${shares} shares.`,
    signed: 'Fund manager',
  },
  method: {
    title: 'How it is counted',
    items: {
      residual:
        'Residual: target less units at the frozen iNAV less what was executed plus what was given back; per ETF and side, and nothing nets out between them. Same figures as the tab status.',
      nav: 'At the official NAV: the same with units at the price at which they settle.',
      slippage:
        'Slippage: shares times fill price less shares times the iNAV of the instruction in force at that moment (of the first one where a fill tells no time). Busted fills are in none of it.',
      routes: 'Assumed cost: half_spread_bps, and primary_bps with fee_per_request, of the tab settings.',
      mix: 'Average of the mix: units at the official NAV (until it is published at the iNAV of their request) and shares at what each fund books.',
      source:
        'Source: the allocation in force, the fills as last recorded, and the instructions as they were sent.',
    },
  },
  sign: { trader: 'Trader', head: 'Head of desk', date: 'Date and time' },
  legend: {
    primary: 'units',
    secondary: 'shares',
    open: 'left over',
    worse: 'worse',
    better: 'better',
    over: 'too much',
  },
  column: {
    done: 'Done',
    residual: 'Residual',
    residualAtNav: 'At the NAV',
    ofDay: 'Part done',
    broker: 'Broker',
    vwap: 'VWAP',
    inav: 'iNAV ordered at',
    cost: 'Cost',
    againstAll: 'To all',
    route: 'Way',
    count: 'How much',
    assumed: 'Assumed',
    average: 'Average',
    paidMost: 'Paid most',
    paidLeast: 'Paid least',
    furthest: 'Furthest, shares alone',
    what: 'What',
    why: 'Why',
    who: 'Who',
    when: 'When',
  },
};
