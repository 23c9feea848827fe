// What the desk is told where the search for the cheapest units ended before its proof.
import { fromBrl } from '../../domain/money';
import { type Problem, warning } from '../../domain/problem';
import { msg } from '../../language/message';
import type { CostAnswer } from '../../solver';

/** How a search ended; the cost and the gap in BRL. */
export type Search = Pick<CostAnswer, 'objective' | 'gap' | 'end'>;

const SMALL_GAP = 1e-4; // of the cost: not worth a word

/** What a search that ended before its proof may have left unfound: of the whole cost, all ETFs and funds. */
export function searchWarnings(search: Search | null): readonly Problem[] {
  if (!search || search.end === 'proven' || search.gap <= SMALL_GAP * search.objective) return [];
  const decimal = Math.ceil((1e4 * search.gap) / search.objective) / 100;
  const figures = { decimal, money: fromBrl(search.gap) };
  const text =
    search.end === 'work'
      ? msg(
          'the cheapest units were searched for as long as split_seconds says; at most {decimal}% of their cost, {money}, could still be saved',
          figures,
        )
      : msg(
          'the search for the cheapest units had to stop, as Google ends a run; at most {decimal}% of their cost, {money}, could still be saved, and another run may find other units: a smaller split_seconds ends it in time',
          figures,
        );
  return [warning('search-ended', text)];
}
