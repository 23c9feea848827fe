// The blotter as the tabs stand: reads, fetches nothing, decides nothing, so it may be asked often.
import { type Session, session } from '../../domain/calendar';
import { hasErrors, isError, type Problem } from '../../domain/problem';
import { dateOf } from '../../domain/stamp';
import type { Language } from '../../language/language';
import type { Message } from '../../language/message';
import { isTodays } from '../../stages/agenda/moments';
import { type DayInputs, type InputTab, readInputs } from '../../stages/day/inputs';
import type { DayState } from '../../stages/day/state';
import { type AlertGroup, alertGroups } from '../../stages/look/alertGroups';
import { type Alert, alertsOf } from '../../stages/look/alerts';
import { type Blotter, blotterOf } from '../../stages/look/blotter';
import { changedOrders, unread } from '../../stages/look/changedOrders';
import { excessSaid } from '../../stages/look/excess';
import { waitsOf } from '../../stages/look/waits';
import { withAsked } from '../../stages/outcome/asked';
import { openBook } from '../openBook';
import { knownOf, readSettingsAndState } from '../run/settingsAndState';
import type { Services } from '../services';
import { putAwayOn, seenKey } from './putAway';

export interface DeskBlotter extends Blotter {
  readonly language: Language;
  /** null on a closed day. */
  readonly hours: Session | null;
  readonly isOpen: boolean;
  /** Those that nobody has put away, of one kind and cause together; what costs most comes first. */
  readonly alerts: readonly AlertGroup[];
  readonly putAway: number;
  /** What becomes by itself of what funds have too much; null = nothing has to be said. */
  readonly excess: Message | null;
  /** What the day's plan wanted and is not finished. */
  readonly waits: readonly Message[];
  /** Why it may not be all there is. */
  readonly problems: readonly Problem[];
}

/** Holdings too: they bound what a fund can be given, so without them the split would be another one. */
const LOOK_TABS: readonly InputTab[] = ['etfs', 'holdings', 'holidays', 'executions', 'marketData'];

/** What a look at the day rests on: once it is allocated also how brokers book it. */
export const lookedTabs = ({ allocation }: DayState): readonly InputTab[] =>
  allocation === null ? LOOK_TABS : [...LOOK_TABS, 'brokers'];

export function deskBlotter(services: Services): DeskBlotter {
  const book = openBook(services.book);
  const now = services.now();
  const today = dateOf(now);
  const standing = readSettingsAndState(services, book);
  const { settings, badSettings, state, badState } = standing;
  const known = knownOf(services, now, standing);
  const { inputs: read, problems } = readInputs(book.read, lookedTabs(state), known);
  const inputs = withAsked(read, book.read);
  const found = [...badSettings, ...badState, ...problems];
  const isOpen = isTodays(inputs);
  const blotter = isOpen ? blotterOf(inputs) : { now, fillsAsOf: null, sides: [] };
  const all = alertsOf(inputs, blotter);
  const isAway = putAwayOn(services, today);
  const here = all.filter(({ key }) => !isAway(key));
  return {
    ...blotter,
    language: settings.deskLanguage,
    hours: session(today, inputs.holidays),
    isOpen,
    alerts: alertGroups(here),
    putAway: all.length - here.length,
    excess: excessSaid(inputs),
    waits: isOpen ? [...unreadTrades(inputs), ...waitsOf(inputs).map(({ said }) => said)] : [],
    problems: hasErrors(found) ? found.filter(isError) : [],
  };
}

/** Somebody may just be typing there: it is no alert, and it is no silence. */
function unreadTrades(inputs: DayInputs): readonly Message[] {
  const { fault } = changedOrders(inputs);
  return fault === null ? [] : [unread(fault)];
}

/** What goes away with alerts: themselves, and their sentences in every preview. */
export const keysOf = ({ alerts }: Pick<AlertGroup, 'alerts'>): readonly string[] =>
  alerts.flatMap(keysOfOne);

const keysOfOne = ({ key, warning }: Alert): readonly string[] =>
  warning === null ? [key] : [key, seenKey(warning)];
