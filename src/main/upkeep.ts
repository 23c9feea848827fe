// What keeps the desk going, by name: schedule, files, repairs, brokers' spreadsheets, import, set-up, self-test.

import { alone } from '../desk/alone';
import * as sharing from '../desk/brokers/sharing';
import { printedPlan, printedSharing } from '../desk/brokers/sharingReport';
import { note } from '../desk/log/note';
import { acceptOdd as accept, type OddAccepted } from '../desk/person/accept';
import { overrideUnits as setUnits, type UnitsWanted } from '../desk/person/overrideUnits';
import { mailsToSettle as openMails, settleMail as settleOne } from '../desk/person/repair';
import { nextSteps as planned } from '../desk/schedule/nextSteps';
import { importBook, previewImport as showImport } from '../desk/setUp/importBook';
import type { SelfTestWish } from '../desk/setUp/selfTestReport';
import { undoImport as takeBack } from '../desk/setUp/undoImport';
import { problemMessage } from '../domain/problem';
import { takeOverFolder } from '../google/drive';
import { selfTest as trySelf } from '../google/selfTest/selfTest';
import { createServices } from '../google/services';
import { giveToken, setUpTabs } from '../google/setUpDesk';
import { stopSchedule as turnOff, startSchedule as turnOn } from '../google/switchSchedule';
import { runner } from '../google/triggers';
import { print, SaidError } from '../language/print';
import { filesGiven, oddGiven, selfTestGiven, unitsGiven } from '../ui/doors/given';
import { optionalText, textGiven } from '../ui/doors/givenValues';
import { printedImport, printedImportPreview, printedUndo } from '../ui/doors/import';
import { scheduleText } from '../ui/doors/schedule';
import { printedSelfTest } from '../ui/doors/selfTest';
import { answering, printing } from './answer';

/** Nothing is started beside the schedule of somebody else. @returns what it does next, in words, and as whom */
export const startSchedule = printing((services, language): string => {
  const isMine = turnOn(services);
  return scheduleText(planned(services), runner(services), language(), !isMine);
});
/** Whoever runs it. */
export const stopSchedule = printing((services, language): string => {
  turnOff(services);
  return scheduleText(planned(services), runner(services), language());
});

/** Whoever runs this keeps the desk's files from now on, in their own Drive. @returns where they lie now */
export const keepFiles = printing((services, language): string => {
  const headline = alone(services, () =>
    note(services, { what: 'files', headline: takeOverFolder(services) }),
  );
  return print(headline, language());
});

/** A person accepts something odd for the day: `{ code, subject, reason }`, as status and log name it. @returns what was accepted */
export const acceptOdd = printing((services, language, odd: OddAccepted): string =>
  print(accept(services, oddGiven(odd)), language()),
);

/**
 * A person sets the units of one fund for today, before they are requested: `{ asset, cnpj, side?, units, reason }`; units null =
 * the desk decides again. @returns what was set
 * @throws for what the fund cannot have: its cash, its holdings, its own cap
 */
export const overrideUnits = printing((services, language, wanted: UnitsWanted): string =>
  print(setUnits(services, unitsGiven(wanted)), language()),
);

/** Mails that a person has to settle: those that may or may not have gone, and those that certainly did not. */
export const mailsToSettle = printing((services, language) =>
  openMails(services).map((mail) => ({ ...mail, said: print(mail.said, language()) })),
);

/** @param answer `done`, `again`, or the address that one which did not go is sent to now. @returns what came of it */
export const settleMail = printing((services, language, id: string, answer: string): string =>
  print(settleOne(services, textGiven('id', id), textGiven('answer', answer)), language()),
);

/** Who would get to see which broker's spreadsheet; changes nothing. */
export const previewSharing = printing((services, language) =>
  printedPlan(sharing.previewSharing(services), language()),
);

/** Shares brokers' spreadsheets as the tab brokers says. @param hash of the preview that was confirmed; left out = without one */
export const shareWithBrokers = printing((services, language, hash: string | null = null) =>
  printedSharing(sharing.shareWithBrokers(services, optionalText('hash', hash)), language()),
);

/** @param broker left out = all of them */
export const previewStopSharing = printing((services, language, broker: string | null = null) =>
  printedPlan(sharing.previewStopSharing(services, optionalText('broker', broker)), language()),
);
export const stopSharing = printing(
  (services, language, broker: string | null = null, hash: string | null = null) =>
    printedSharing(
      sharing.stopSharing(services, optionalText('broker', broker), optionalText('hash', hash)),
      language(),
    ),
);

/**
 * Puts the desk's own files into their tabs; either may be left out.
 * @param hash of the preview that was confirmed: if something else would be written now, nothing is; left out = without a preview
 */
export const importFiles = printing(
  (
    services,
    language,
    fundsJson: string | null = null,
    tradesCsv: string | null = null,
    hash: string | null = null,
  ) =>
    printedImport(
      importBook(services, filesGiven(fundsJson, tradesCsv), optionalText('hash', hash)),
      language(),
    ),
);

/** What it would write, row by row; writes nothing. */
export const previewImport = printing(
  (services, language, fundsJson: string | null = null, tradesCsv: string | null = null) =>
    printedImportPreview(showImport(services, filesGiven(fundsJson, tradesCsv)), language()),
);

/**
 * Puts back the rows that today's last import replaced.
 * @param meant as `importFiles` names it: another one since is not taken back; left out = the last, whichever it is
 */
export const undoImport = printing((services, language, meant: string | null = null) =>
  printedUndo(takeBack(services, optionalText('undo', meant)), language()),
);

/** Keeps the post-trade token under the name in TRADING_API_SECRET, for the person who runs this and the host in TRADING_API_URL; never in a cell. */
export const saveSecret = answering((token: string): void => {
  const [why] = giveToken(createServices(), textGiven('token', token));
  if (why !== undefined) throw new SaidError(problemMessage(why));
});

/** Makes tabs and, where a project is set, the warehouse. May run at any time. */
export const setUp = answering(() => setUpTabs(createServices));

/** Tries on the real platform what no laptop can know, beside the day; sends mails only where they are asked for, to the user alone. */
export const selfTest = printing((services, language, wish: SelfTestWish = {}) =>
  printedSelfTest(trySelf(services, selfTestGiven(wish)), language()),
);
