// What the other services do: BigQuery, Drive, mail, properties, the web.

import { LIMITS } from '../../desk/limits';
import type { Finding } from '../../desk/setUp/selfTestReport';
import { type Message, msg, verbatim } from '../../language/message';
import { saidBy } from '../../language/print';
import { driveService, findFile, isThere, isUnseen } from '../drive';
import { type Client, createClient } from '../warehouse/client';
import { isMissing } from '../warehouse/failures';
import { placeOf } from '../warehouse/identifiers';
import { ensureTable } from '../warehouse/resources';
import { collection } from '../warehouse/service';
import { insertNewRows, newRowsOf } from '../warehouse/statements';
import { createView } from '../warehouse/views';
import { finding, type Lab, SCRATCH_PROPERTY, type SelfTest } from './lab';
import { binScratchFiles, SCRATCH_FILE } from './scratchFiles';
import { SCRATCH_TABLE, SCRATCH_VIEW } from './scratchTables';

const NO_PROJECT = finding(
  'impossible',
  msg('GOOGLE_CLOUD_PROJECT is blank: nothing is kept beyond this book'),
);

/** Tries it where there is a warehouse to try it in. */
const inWarehouse =
  (work: (client: Client) => Finding) =>
  ({ settings }: Lab): Finding => {
    const place = placeOf(settings);
    if (place === null) return NO_PROJECT;
    try {
      collection('Datasets').get(place.project, place.dataset);
    } catch (error) {
      if (!isMissing(error)) throw error;
      return finding('impossible', msg('there is no warehouse yet; run Trading > Set up'), [saidBy(error)]);
    }
    ensureTable(place, SCRATCH_TABLE);
    return work(createClient(place));
  };

const ROWS = 1_000;
const DATE = '2024-11-08';
const rowsOf = (runId: string, count: number) =>
  newRowsOf(
    SCRATCH_TABLE,
    { runId, partition: DATE },
    Array.from({ length: count }, (_, n) => ({
      row_key: String(n + 1).padStart(6, '0'),
      trade_date: DATE,
      amount: `${n}.25`,
    })),
  );

/** Each column of the one row that a statement answers. */
const firstRow = (client: Client, sql: string): readonly string[] =>
  (client.run(sql).rows[0] ?? []).map((cell) => cell ?? '');

function merge({ place }: Client): Finding {
  const run = Utilities.getUuid();
  const insert = (id: string): void =>
    void createClient(place, () => id).run(insertNewRows(place, SCRATCH_TABLE), rowsOf(run, ROWS));
  const client = createClient(place);
  const counted = (): readonly string[] =>
    firstRow(
      client,
      `SELECT COUNT(*) AS n, CAST(SUM(amount) AS STRING) AS amount FROM \`${place.project}.${place.dataset}.${SCRATCH_TABLE.name}\` WHERE run_id = '${run}'`,
    );
  const id = Utilities.getUuid();
  insert(id);
  const once = counted();
  // An answer that got lost, then a run that begins again.
  insert(id);
  insert(Utilities.getUuid());
  const again = counted();
  const wanted = [String(ROWS), String((ROWS * (ROWS - 1)) / 2 + ROWS / 4)];
  return quotedAll(once) === quotedAll(wanted) && quotedAll(again) === quotedAll(wanted)
    ? finding('ok', msg('{n} rows were saved once, asked three times', { n: ROWS }))
    : finding('differs', msg('{n} rows were not saved once, as they should have been', { n: ROWS }), [
        verbatim(`${quotedAll(wanted)} → ${quotedAll(once)}, ${quotedAll(again)}`),
      ]);
}

const quotedAll = (cells: readonly string[]): string => JSON.stringify(cells);

function view(client: Client): Finding {
  const { place } = client;
  const run = Utilities.getUuid();
  client.run(insertNewRows(place, SCRATCH_TABLE), rowsOf(run, 3));
  client.run(createView(place, SCRATCH_VIEW));
  const row = firstRow(
    client,
    `SELECT row_key, CAST(amount AS STRING) AS amount FROM \`${place.project}.${place.dataset}.${SCRATCH_VIEW.name}\` WHERE run_id = '${run}'`,
  );
  return quotedAll(row) === quotedAll(['000003', '2.25'])
    ? finding('ok', msg('a view was made and answers'))
    : finding('differs', msg('a view answers otherwise'), [verbatim(quotedAll(row))]);
}

/** An id as Drive makes them, of no file. */
const NO_FILE = '1SelfTestNoSuchFile00000000000000';

function driveWords(): Finding {
  if (typeof Drive === 'undefined' || Drive.Files === undefined)
    return finding('impossible', msg('the Drive service is missing: brokers get no files'));
  const drive = driveService().Files;
  const content = Utilities.newBlob('a;b\n', 'text/csv', SCRATCH_FILE);
  const { id = '' } = drive.create({ name: SCRATCH_FILE, parents: ['root'] }, content, { fields: 'id' });
  const found = findFile('root', SCRATCH_FILE, null);
  const details: Message[] = [];
  if (found !== id || !isThere(id)) details.push(msg('a file is not found by its name and folder'));
  binScratchFiles();
  if (isThere(id)) details.push(msg('a file in the bin does not say so'));
  try {
    drive.get(NO_FILE, { fields: 'id' });
    details.push(msg('Drive finds a file that there is not'));
  } catch (error) {
    if (!isUnseen(error))
      details.push(msg('a missing file is said in other words: {said}', { said: saidBy(error) }));
  }
  return details.length === 0
    ? finding(
        'ok',
        msg('files are made, found, put into the bin and missed in the words that the desk knows'),
      )
    : finding('differs', msg('Drive answers otherwise'), details);
}

/** A mail of so many bytes to whoever runs this. @param isSure whether every account must send it */
const mail =
  (kilobytes: number, isSure: boolean) =>
  ({ services, wish }: Lab): Finding => {
    if (wish.mails !== true) return finding('impossible', msg('nobody asked for mails'));
    const { mailer } = services;
    if (mailer.remainingRecipients() < 1) return finding('impossible', msg('today’s mail quota is used up'));
    const frame = ['<p>', '</p>'];
    const html = frame.join('x'.repeat(kilobytes * 1024 - frame.join('').length));
    const subject = `Self-test: ${kilobytes} KB`;
    try {
      const own = { to: [services.user()], cc: [], subject, text: subject, html, attachments: [] };
      const refusal = mailer.send(own);
      if (refusal !== null)
        return isSure
          ? finding('differs', msg('a mail of {n} KB is refused', { n: kilobytes }), [refusal.why])
          : finding(
              'ok',
              msg('a mail of {n} KB is refused in the words that the desk knows', { n: kilobytes }),
              [refusal.why],
            );
      return finding(
        'ok',
        msg('a mail of {n} KB was taken; look whether it arrives whole', { n: kilobytes }),
        [
          msg('{n} {n|recipient|recipients} may still be written to today', {
            n: mailer.remainingRecipients(),
          }),
        ],
      );
    } catch (error) {
      return finding('differs', msg('a mail of {n} KB is refused', { n: kilobytes }), [saidBy(error)]);
    }
  };

function property(): Finding {
  const properties = PropertiesService.getUserProperties();
  const longest = 'x'.repeat(LIMITS.propertyBytes - SCRATCH_PROPERTY.length);
  properties.setProperty(SCRATCH_PROPERTY, longest);
  const kept = properties.getProperty(SCRATCH_PROPERTY);
  properties.deleteProperty(SCRATCH_PROPERTY);
  return kept === longest
    ? finding('ok', msg('a property takes {n} bytes', { n: LIMITS.propertyBytes }))
    : finding('differs', msg('a property does not keep {n} bytes', { n: LIMITS.propertyBytes }));
}

/** Reserved for what does not exist. */
const DEAD = 'https://self-test.invalid/';

function deadHost(): Finding {
  const requests = [DEAD, `${DEAD}again`].map((url) => ({
    url,
    method: 'get' as const,
    muteHttpExceptions: true,
  }));
  try {
    const answers = UrlFetchApp.fetchAll(requests);
    return finding('differs', msg('a host that there is not answers'), [
      verbatim(answers.map((answer) => answer.getResponseCode()).join(', ')),
    ]);
  } catch (error) {
    return finding('ok', msg('a dead host is an exception of all requests that went together'), [
      saidBy(error),
    ]);
  }
}

export const OUTSIDE_TESTS: readonly SelfTest[] = [
  { id: 'merge', title: msg('BigQuery: {n} rows, asked again', { n: ROWS }), run: inWarehouse(merge) },
  { id: 'view', title: msg('BigQuery: a view'), run: inWarehouse(view) },
  { id: 'drive', title: msg('Drive: files and its words'), run: driveWords },
  { id: 'mail-190', title: msg('A mail of {n} KB', { n: 190 }), run: mail(190, true) },
  { id: 'mail-390', title: msg('A mail of {n} KB', { n: 390 }), run: mail(390, false) },
  { id: 'property', title: msg('The longest property'), run: property },
  { id: 'dead-host', title: msg('A host that there is not'), run: deadHost },
];
