// Every check that a switch softens, by the switch's name: a switch without its check does not compile. Beside them stand the
// rules that no switch softens (brokers, quotes, trades, fills, primary), and the gates.
import type { SwitchName } from '../../sheets/checkSettings';
import { assetNotAllowed } from './assetNotAllowed';
import { bothSides } from './bothSides';
import { cash } from './cash';
import { ceiling } from './ceiling';
import type { Check } from './check';
import { duplicateTrade } from './duplicateTrade';
import { futureQuote } from './futureQuote';
import { holdings } from './holdings';
import { limitPrice } from './limitPrice';
import { marketClosed } from './marketClosed';
import { navShare } from './navShare';
import { oddFigure } from './oddFigure';
import { oddFillPrice } from './oddFillPrice';
import { oddFillSize } from './oddFillSize';
import { oddInav } from './oddInav';
import { oddNav } from './oddNav';
import { oddTrade } from './oddTrade';
import { oddUnit } from './oddUnit';
import { pastCutoff } from './pastCutoff';
import { staleInav } from './staleInav';
import { tradingDay } from './tradingDay';
import { volume } from './volume';

/** A check whatever it looks at. */
export type AnyCheck = Pick<Check<never>, 'code' | 'setting' | 'find'>;

export const SWITCHED_CHECKS: Readonly<Record<SwitchName, readonly AnyCheck[]>> = {
  checkAsset: [assetNotAllowed],
  checkCash: [cash],
  checkHoldings: [holdings],
  checkNavShare: [navShare],
  checkBothSides: [bothSides],
  checkDuplicates: [duplicateTrade],
  checkVolume: [volume],
  checkStaleInav: [staleInav],
  checkLimitPrice: [limitPrice],
  checkMove: [oddInav, oddNav],
  checkUnitSize: [oddUnit],
  checkQuoteTime: [futureQuote],
  checkFillPrice: [oddFillPrice],
  checkFillSize: [oddFillSize],
  checkTradeSize: [oddTrade],
  checkCeiling: [ceiling],
  checkFigures: [oddFigure],
  checkTradingDay: [tradingDay],
  checkCutoff: [marketClosed, pastCutoff],
};
