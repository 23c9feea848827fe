// What the cells of a tab offer, as requests to the Sheets service: entries of its own, or those of another tab's column.
import type { Language } from '../language/language';
import { type Dropdown, dropdownOf, noteOf, type Whereabouts } from '../sheets/looks';
import { type Added, choicesByRow } from '../sheets/settingsRows';
import type { AnyTab } from '../sheets/tabs';
import { block, type ServiceSurvey } from './serviceSurvey';
import type { Request } from './sheetsService';

/** What the cells of stale columns offer: asked for once all tabs stand, because a list may be another tab's column. */
export function dropdownRequests(
  tab: AnyTab,
  { sheetId, stale, rows }: ServiceSurvey,
  language: Language,
  where: Whereabouts,
): Request[] {
  if (rows < 2) return [];
  return stale.flatMap(({ look, column }): Request[] => {
    const offered = dropdownOf(look, tab.role, language, where);
    return offered === null ? [] : [offer(block(sheetId, 2, column, rows - 1, 1), offered)];
  });
}

const offer = (range: object, { entries, strict, help }: Dropdown): Request => ({
  setDataValidation: {
    range,
    rule: {
      condition:
        typeof entries === 'string'
          ? { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${entries}` }] }
          : { type: 'ONE_OF_LIST', values: entries.map((value) => ({ userEnteredValue: value })) },
      inputMessage: help,
      strict,
      showCustomUi: true,
    },
  },
});

/** A list beside each value of a setting that is one of few. What else is written there is said when it is read. */
export function choiceRequests(
  { sheetId, stale, placed, cells }: ServiceSurvey,
  added: Added | null,
  language: Language,
): Request[] {
  const value = stale.find(({ header }) => header === 'value');
  if (value === undefined || added === null) return [];
  const help = noteOf(value.look, language);
  return choicesByRow(cells, added, placed).flatMap((values, index) =>
    values === null
      ? []
      : [offer(block(sheetId, 2 + index, value.column, 1, 1), { entries: values, strict: false, help })],
  );
}
