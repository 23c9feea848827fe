// What the spreadsheet calls by itself: as it is opened, and by the clock.
import { followLanguage } from '../desk/look/followLanguage';
import { tick as runTick } from '../desk/schedule/tick';
import { drawCharts, relabelCharts } from '../google/charts';
import { createMenu, hint } from '../google/dialogs';
import { fire } from '../google/selfTest/trigger';
import { createServices } from '../google/services';
import { retire } from '../google/triggers';
import { print, printAll } from '../language/print';
import { buildTradingMenu } from '../ui/menu';
import { answering, changing, lookOrDefault, printing } from './answer';
import { items } from './items';

/** Builds the menu in the desk's language; must neither fail nor ask for any authorisation. */
export function onOpen(): void {
  const look = lookOrDefault();
  buildTradingMenu(createMenu, look).addToUi();
  if (look.isEmpty) hint(look.language);
  else followLanguage(createServices(), drawCharts, relabelCharts);
}

/** As a person opens the book, where dialogs may be opened then: an empty one shows the dialog that begins. */
export const openFirst = answering((): void => items.first());

/** Called by the trigger every five minutes. @returns a sentence for each step that ran */
export const tick = changing((services, language): readonly string[] => {
  const said = retire(services) ? [] : runTick(services);
  // An idle tick reads one fact and no settings.
  return said.length === 0 ? [] : printAll(said, language());
});

/** Called by the self-test's own trigger, once. */
export const selfTestTick = printing((services, language): string | null => {
  const said = fire(services);
  return said === null ? null : print(said, language());
});
