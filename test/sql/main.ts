// npm run test:sql: the bundle's SQL and the GoogleSQL room against Google's own analyzer and reference implementation.
// node build/run.mjs test/sql/main.ts DIR, where DIR is the folder into which npm installed the package.
import { type Bench, openBench } from '../local/bigquery/bench';
import { COMPLIANCE } from '../local/bigquery/compliance';
import {
  type Case,
  comparable,
  expectedOf,
  ERROR as GIVEN_ERROR,
  REFUSED,
  statementOf,
  typesOf,
} from '../local/bigquery/compliance/case';
import { answerOf } from '../local/bigquery/compliance/room';
import { playSampleDay } from './sampleDay';
import { checkStatements, type Finding } from './statements';
import { typeName } from './values';
import { openZetasql, type Zetasql } from './zetasql';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What both say to a case, as one text each; an error is told by its first word alone. */
interface Said {
  readonly google: string;
  readonly room: string;
}

const ERROR = 'an error';

async function askBoth(given: Case, zetasql: Zetasql, bench: Bench): Promise<Said> {
  const expected = expectedOf(given);
  const sql = statementOf(given);
  const shown = (types: readonly string[], rows: readonly (readonly unknown[])[]): string =>
    JSON.stringify([types, expected === null ? rows : comparable(rows, expected)]);
  const google = await zetasql
    .ask(sql)
    .then(({ columns, rows }) =>
      shown(
        columns.map(({ type }) => typeName(type)),
        rows,
      ),
    )
    .catch(() => ERROR);
  const room = await answerOf(bench, sql)
    .then(({ types, rows }) => shown(types, rows))
    .catch((error: Error) => (error.message.startsWith('not implemented locally: ') ? REFUSED : ERROR));
  return { google, room };
}

async function checkCompliance(zetasql: Zetasql): Promise<readonly Finding[]> {
  const bench = await openBench();
  const counts = { equal: 0, refused: 0, different: 0 };
  const findings: Finding[] = [];
  try {
    for (const given of Object.values(COMPLIANCE).flat()) {
      const expected = expectedOf(given);
      const { google, room } = await askBoth(given, zetasql, bench);
      const verdict = room === REFUSED ? 'refused' : room === google ? 'equal' : 'different';
      counts[verdict] += 1;
      if (verdict === 'different')
        findings.push({ what: given[0], wrong: `Google ${google}, the room ${room}` });
      if (given[1] === REFUSED && room !== REFUSED)
        findings.push({ what: given[0], wrong: `the table of cases says refused, the room ${room}` });
      if (given[1] === GIVEN_ERROR && google !== ERROR)
        findings.push({ what: given[0], wrong: `the table of cases says error, Google ${google}` });
      const written = expected && JSON.stringify([typesOf(expected), comparable(expected.rows, expected)]);
      if (written !== null && written !== google)
        findings.push({ what: given[0], wrong: `Google ${google}, the table of cases ${written}` });
    }
  } finally {
    await bench.end();
  }
  say(
    `compliance: ${counts.equal + counts.refused + counts.different} cases: ${counts.equal} equal, ${counts.refused} refused by name, ${counts.different} different`,
  );
  return findings;
}

function tell(findings: readonly Finding[]): number {
  const wrong = findings.filter((finding) => finding.wrong !== null);
  for (const finding of wrong) say(`WRONG ${finding.what}: ${finding.wrong}`);
  return wrong.length;
}

async function main(dir: string): Promise<number> {
  const zetasql = await openZetasql(dir).catch((error: Error) => {
    say(`The analyzer does not start on this machine (${error.message}): nothing was checked.`);
    return null;
  });
  if (zetasql === null) return 0;
  // Its child must not outlive it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      zetasql.close();
      process.exit(130);
    });
  try {
    const day = await playSampleDay(process.cwd());
    try {
      const findings = await checkStatements(zetasql, day);
      for (const { what, wrong } of findings) say(`${wrong === null ? 'ok   ' : 'WRONG'} ${what}`);
      return tell(findings) + tell(await checkCompliance(zetasql)) === 0 ? 0 : 1;
    } finally {
      await day.close();
    }
  } finally {
    zetasql.close();
  }
}

main(process.argv[2] ?? '').then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
