// What funds call for and no broker can execute: it is named before anything is sent, and not sent.
import { oneShare } from '../../domain/money';
import type { Problem } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import { brokers as brokersTab } from '../../sheets/tabs';
import type { Unworked } from '../caps/brokerParts';
import type { Demand } from '../caps/demands';
import type { Moved } from '../caps/fundParts';
import type { DayInputs } from '../day/inputs';
import { shortFunds } from '../look/names';
import type { Position, Standing } from '../standing/positions';
import { type Check, type Finding, findingsOf } from './check';

interface Subject {
  readonly inputs: DayInputs;
  readonly occasion: string;
  readonly standing: Standing;
  readonly demands: readonly Demand[];
  readonly unworked: readonly Unworked[];
  readonly moved: readonly Moved[];
}

/** Every broker of the ETF was stopped by a person: the orders rest. */
const noBrokerLeft: Check<Subject> = {
  code: 'no-broker-left',
  setting: null,
  find: ({ unworked }) =>
    unworked
      .filter(({ why }) => why === 'stopped')
      .map(({ asset: code, side, amount: money }) => ({
        text: msg(
          '{side} {code}: {money} rests, because every broker of {code} was stopped; nobody works it today',
          { side, code, money },
        ),
        severity: 'warning',
      })),
};

const belowTicket: Check<Subject> = {
  code: 'below-ticket',
  setting: null,
  find: ({ unworked }) =>
    unworked
      .filter(({ why }) => why !== 'stopped')
      .map((each) => ({ text: tooSmall(each), place: { tab: brokersTab.name }, severity: 'warning' })),
};

function tooSmall({ asset: code, side, amount: money, why, stopped }: Unworked): Message {
  const said = { side, code, money };
  if (why === 'share') return msg('{side} {code}: {money} is less than one share; it is not sent', said);
  return stopped.length > 0
    ? msg(
        '{side} {code}: {money} is less than its brokers take (min_ticket), but for {brokers}, which was stopped; it is not sent',
        { ...said, brokers: stopped.join(', ') },
      )
    : msg('{side} {code}: {money} is less than any of its brokers takes (min_ticket); it is not sent', said);
}

const movedFund: Check<Subject> = {
  code: 'fund-moved',
  setting: null,
  find: ({ inputs, moved }) =>
    moved.map(({ asset: code, side, fund: name, from, to, why }) => {
      const fund = shortFunds(inputs)(name);
      return {
        text:
          why === 'small'
            ? msg(
                '{side} {code} of {fund} lay at {from} and goes on at {to}: what is left is less than {from} takes (min_ticket)',
                { side, code, fund, from, to },
              )
            : msg('{side} {code} of {fund} lay at {from}, which works it no more, and goes on at {to}', {
                ...{ side, code, fund, from, to },
              }),
        severity: 'warning',
      };
    }),
};

/** In the rounds what a fund is short by less than a share is no news: its row says so. */
const belowShare: Check<Subject> = {
  code: 'below-share',
  setting: null,
  find({ occasion, standing, demands, inputs }) {
    if (occasion === 'adjustment' || occasion === 'primary') return [];
    const short = shortFunds(inputs);
    const assets = new Set(demands.map(({ asset }) => asset));
    const called = new Set(demands.flatMap(({ calls }) => calls.map(({ position }) => position)));
    return standing.positions
      .filter((position) => position.residual > 0 && assets.has(position.asset) && !called.has(position))
      .flatMap((position): readonly Finding[] => {
        const text = whyNot({ ...position, fund: short(position.fund) }, inputs.settings.tolerance);
        return text === null ? [] : [{ text, severity: 'warning' }];
      });
  },
};

function whyNot(
  {
    asset: code,
    side,
    fund,
    residual: money,
    price,
  }: Pick<Position, 'asset' | 'side' | 'fund' | 'residual' | 'price'>,
  tolerance: number,
): Message | null {
  if (money < oneShare(price))
    return msg('{side} {code} for {fund}: {money} is less than one share; it is not sent', {
      side,
      code,
      fund,
      money,
    });
  return money < tolerance
    ? msg('{side} {code} for {fund}: {money} is below the tolerance of {money2}; it is not sent', {
        side,
        code,
        fund,
        money,
        money2: tolerance,
      })
    : null;
}

export const UNEXECUTABLE_CHECKS: readonly Check<Subject>[] = [
  noBrokerLeft,
  belowTicket,
  belowShare,
  movedFund,
];

export const unexecutable = (inputs: DayInputs, found: Omit<Subject, 'inputs'>): readonly Problem[] =>
  findingsOf(UNEXECUTABLE_CHECKS, { inputs, ...found }, inputs.settings);
