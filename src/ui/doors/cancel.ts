// What the day has that can be cancelled: the choices of the dialog, as they stand when it opens.

import { readState } from '../../desk/journal/stateStore';
import { openBook } from '../../desk/openBook';
import type { Services } from '../../desk/services';

export interface CancelChoices {
  readonly assets: readonly string[];
  readonly funds: readonly { readonly cnpj: string; readonly fund: string }[];
  readonly brokers: readonly string[];
}

const sorted = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/** Nothing to choose from where no day is open: the stage says why it can do nothing. */
export function cancelChoices({ book, journal, digest }: Services): CancelChoices {
  const { state } = readState(openBook(book), journal, digest);
  const orders = [...state.intents, ...state.offshore];
  const names = new Map(orders.map(({ cnpj, fund }) => [cnpj, fund]));
  return {
    assets: sorted(orders.map(({ asset }) => asset)),
    funds: [...names]
      .map(([cnpj, fund]) => ({ cnpj, fund }))
      .sort((a, b) => (a.fund === b.fund ? (a.cnpj < b.cnpj ? -1 : 1) : a.fund < b.fund ? -1 : 1)),
    brokers: sorted(state.instructions.map(({ broker }) => broker)),
  };
}
