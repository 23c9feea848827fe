// The desk's mails in English.
import type { Limit, Words } from './phrases';
import { en as report } from './report/words.en';

/** Order type, the price that binds, where it comes from, and until when it holds. */
const terms = (side: 'BUY' | 'SELL', { bps, price, inav }: Limit) =>
  `limit order at ${price} (${bps} bps ${side === 'BUY' ? 'above' : 'below'} the iNAV of ${inav}), good for the day`;

const verb = { BUY: 'buy', SELL: 'sell' } as const;

export const en: Words = {
  side: { BUY: 'Buy', SELL: 'Sell' },
  strategy: { SimpleOrder: 'Order', RebalanceOrder: 'Rebalance', AdjustmentOrder: 'Adjustment' },
  signature: (deskName) => `Regards, ${deskName}`,
  greeting: 'Dear all,',
  confirm: 'Please confirm by replying to this e-mail.',
  attached: (file) => `The same rows are attached as ${file}.`,
  totalled: (file) =>
    `The list is long, so that this e-mail shows totals; every row is attached, and the file is what counts: ${file}.`,
  more: (n, what) => `${n} more: ${what}`,
  total: 'Total',
  column: {
    asset: 'ETF',
    side: 'Side',
    cap: 'Total today',
    shareCap: 'Shares at most',
    done: 'Done',
    limit: 'Limit',
    bps: 'bps',
    version: 'Version',
    fund: 'Fund',
    cnpj: 'CNPJ',
    amount: 'Amount',
    strategy: 'Strategy',
    units: 'Units',
    shares: 'Shares',
    value: 'Value, about',
    averagePrice: 'Average price',
    price: 'Price',
    target: 'Target',
    executed: 'Executed',
    primary: 'Primary',
    difference: 'Difference',
    givenBack: 'Given back',
    fill: 'Fill',
    time: 'Time',
    partFrom: 'Traded from',
    funds: 'Funds',
    orders: 'Orders',
    requests: 'Requests',
  },
  broker: {
    subject: {
      opening: 'Orders of the day',
      primary: 'New caps after the primary units',
      adjustment: 'Adjustment orders',
      amendment: 'Amended orders',
      stop: 'Stop orders',
    },
    intro: {
      opening: 'Please work these orders today:',
      primary: 'The primary units are requested. Please go on with these caps:',
      adjustment: 'Please make these adjustments:',
      amendment: 'We have amended our orders. Please work them as follows:',
      stop: 'Please stop these orders:',
    },
    start: ({ side, asset, cap, done, limit }) =>
      `NEW: ${verb[side]} ${asset} up to ${cap} in total today, ${done === null ? '' : `${done} done, `}${terms(side, limit)}`,
    replaces: ({ version, side, cap, done, limit }) =>
      `REPLACES v${version}: ${verb[side]} up to ${cap} in total today, ${done ?? 'nothing'} done, ${terms(side, limit)}`,
    stop: ({ side, asset, done, version }) =>
      `${version === null ? '' : `REPLACES v${version}: `}stop ${side === 'BUY' ? 'buying' : 'selling'} ${asset}: ${done} done`,
    noMoreThan: (shares) => `no more than ${shares} shares in total today`,
    wholeOrders: (funds) => `whole orders, at no other broker: ${funds}`,
    doNotCross: 'do not cross with our own orders on the other side',
    doNotCrossIn: (assets) => `Do not cross with our own orders on the other side in: ${assets}.`,
    inFile: 'Each order stands in the attached file with the version that it replaces and what is done.',
    number: (id, version) => `Instruction ${id}, version ${version}`,
    cumulative: (date) =>
      `Caps are cumulative for the whole of ${date} and never add up: a new version replaces the one before it, and what is already done counts towards the cap.`,
    binds: (date) =>
      `The limit price in BRL binds, not the bps, until a new version of the instruction or until the session of ${date} ends.`,
    settles: (date) => `Trades of these orders settle on ${date}.`,
  },
  offshore: {
    subject: 'Offshore orders',
    intro: (date) => `Please work these offshore orders of ${date}, good for the day, amounts in BRL:`,
    none: 'There are no offshore orders.',
    changedSubject: 'Changed offshore orders',
    changed: (date) => `We have changed our offshore orders of ${date}, amounts in BRL:`,
    start: ({ side, asset, fund, now }) => `NEW: ${verb[side]} ${asset} for ${fund}, ${now}`,
    replaces: ({ side, asset, fund, before, now }) =>
      `REPLACES ${before}: ${verb[side]} ${asset} for ${fund}, ${now} in total today`,
    stop: ({ side, asset, fund, before }) =>
      `CANCELLED: ${verb[side]} ${asset} for ${fund}, was ${before}; please stop it and tell us what is done`,
    noneLeft: 'No other offshore order stands.',
  },
  administrator: {
    subject: 'Creation and redemption requests',
    side: { BUY: 'Creation', SELL: 'Redemption' },
    intro: (administrator, date) => `Please register these requests of ${date} at ${administrator}:`,
    request: ({ side, units, printedUnits, asset, fund, cnpj, value }) =>
      `${side === 'BUY' ? 'Creation' : 'Redemption'} of ${printedUnits} ${units === 1 ? 'unit' : 'units'} of ${asset} for the account of ${fund} (CNPJ ${cnpj}), about ${value}`,
    account: ({ bank, branch, account }) =>
      `Settlement account: bank ${bank}, branch ${branch}, account ${account}`,
    accountMissing: 'Settlement account: not complete on file, please ask us before it settles',
    accountsInFile:
      'The settlement accounts stand in the attached file; where one is blank, please ask us before it settles.',
    unit: (shares) => `One unit is ${shares} shares.`,
    settlement: (date, settles) =>
      `Settles on ${settles} at the closing NAV of ${date}; the values here are estimates at today's iNAV.`,
  },
  adjustment: {
    subject: (iteration, maximum) => `Adjustment ${iteration} of ${maximum}`,
    converged: 'Converged: no fund has anything left to do.',
    naked: 'No fund calls for more, and shares are sold that no fund has: no round can mend that.',
    nothingNow: 'Nothing is asked for now.',
    over: (money, waits) =>
      waits
        ? `${money} that funds have too much waits for the last round.`
        : `${money} that funds have too much is kept.`,
    missing: (money) => `${money} that funds miss cannot be asked for.`,
    open: 'Not converged yet: the orders below are still to be done.',
    last: 'This is the last round of the day; what is not done stays as a residual.',
    assets: 'By ETF and side',
    asOf: (fills) => (fills === null ? 'Fills as they are typed.' : `Fills as of ${fills}.`),
    orders: 'Adjustment orders',
    none: 'No adjustment orders.',
  },
  opening: 'opening',
  allocation: {
    subject: (version, before) =>
      `Allocation${version > 1 ? ` v${version}` : ''}${before === null ? '' : `, REPLACES v${before}`}`,
    intro: (date, settles) => `Please allocate our trades of ${date} as follows. They settle on ${settles}.`,
    replaces: (version, before) =>
      `REPLACES v${before}: this is version ${version} of the day's allocation, whole; please discard every earlier one.`,
    prices: {
      average:
        "Average prices, to 8 decimals, are each fund's own at your house; the amounts add up to what you executed.",
      fill: 'Prices are those of your fills, whose numbers and times stand in each row; shares times price add up to what you executed.',
      block:
        'All our funds trade at one average price at your house, to 8 decimals, by ETF and side; the amounts add up to what you executed.',
    },
    noFills: (assets) =>
      `We have your trades of ${assets} added up, without fill numbers: there each fund stands in one row at its own average price, to 8 decimals.`,
    parts: (assets) =>
      `In ${assets} orders began or ended during the day: what was traded in each part of it has its own one average, and goes to the funds whose orders were in force then (column Traded from).`,
    rounding: (money) =>
      `Shares times the rounded average price differ from the amounts by ${money} over all rows; the amounts count.`,
    open: ({ asset, side, shares }) =>
      `Not in these rows: ${shares} shares of ${asset} (${side === 'BUY' ? 'buy' : 'sell'}) that you executed. Please leave them open; whose they are comes in a later version.`,
    meanPrices: 'Prices here are averages over your fills; those of the fills stand in the file.',
    none: 'Nothing is allocated at your house.',
  },
  report,
  summary: {
    problems: 'What stands in the way',
    warnings: 'Warnings',
    allOf: (file) => `All of them are attached: ${file}.`,
  },
  notice: {
    prepared: (step) => `PREPARED: ${step}`,
    preparedAdvice: (step) =>
      `Nothing was sent. Open the spreadsheet, look at Trading > ${step} and confirm it there.`,
    refused: (step) => `STOPPED: ${step}`,
    refusedAdvice:
      'Nothing was sent. The schedule tries again on its own; you hear of the same problem only once a day.',
    missedAdvice: 'Nothing was sent, and nothing runs it today any more.',
    reminder: (step, cutoff) => `${step}: cut-off at ${cutoff}`,
    sends: (step, at) => `At ${at} the schedule runs ${step} and sends the requests.`,
    prepares: (step, at) => `At ${at} the schedule prepares ${step}; you look at it and confirm it.`,
    pause: (assets) => `Before that, ask the brokers to pause their working orders of ${assets}.`,
    standsStill: 'The schedule stands still',
    ended: 'An earlier day was left half-way',
    endedAdvice:
      'Nothing of it goes out any more, and today goes on. Tell by hand whomever it still concerns.',
  },
};
