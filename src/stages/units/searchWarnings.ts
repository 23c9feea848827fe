// What the desk is told where the search for the cheapest units left more than a word's worth unproven.
import { type Cents, fromBrl } from '../../domain/money';
import { type Problem, warning } from '../../domain/problem';
import { type Message, msg } from '../../language/message';
import type { CostAnswer } from '../../solver';

/** How a search ended; the cost and the gap in BRL. */
export type Search = Pick<CostAnswer, 'objective' | 'gap' | 'end'>;

const SMALL_GAP = 1e-4; // of the cost: not worth a word

/** What a search that ended before its proof may have left unfound: of the whole cost, all ETFs and funds. */
export function searchWarnings(search: Search | null): readonly Problem[] {
  if (!search || search.gap <= SMALL_GAP * search.objective) return [];
  const decimal = Math.ceil((1e4 * search.gap) / search.objective) / 100;
  return [warning('search-ended', textOf(search.end, { decimal, money: fromBrl(search.gap) }))];
}

/** The gap decides whether something is said, how the search ended only what. */
function textOf(end: Search['end'], figures: { decimal: number; money: Cents }): Message {
  if (end === 'work')
    return msg(
      'the cheapest units were searched for as long as split_seconds says; at most {decimal}% of their cost, {money}, could still be saved',
      figures,
    );
  if (end === 'time')
    return msg(
      'the search for the cheapest units had to stop, as Google ends a run; at most {decimal}% of their cost, {money}, could still be saved, and another run may find other units: a smaller split_seconds ends it in time',
      figures,
    );
  return msg(
    'the search for the cheapest units found nothing more to try, as whole shares just fit the cash of the funds; at most {decimal}% of their cost, {money}, could still be saved: a little more cash for a fund leaves room',
    figures,
  );
}
