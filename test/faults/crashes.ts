// (a) Every call to the platform of every function of the bundle, struck in every way: once somebody has gone on, the world is as if
// nothing had happened, or the desk has asked about a mail and was told. Then twice, the second time while somebody goes on.
import { type Bench, type Came, openBench, type Trial } from './bench';
import { OPERATIONS } from './operations';
import { WAYS } from './platform/strike';
import { randomOf } from './random';
import { counted, type FaultKind, type FaultOptions, type FaultResult, type FaultRow, isChosen } from './row';
import { sampleBench } from './sampleDays';

/** Pairs of faults an operation. */
const PAIRS = 40;

type Tried = readonly (readonly [Trial, Trial | undefined])[];
type Draw = (bench: Bench, random: () => number, part: number) => Tried;

/** Every call, every way. */
const each: Draw = ({ calls }, random, part) =>
  Array.from({ length: calls }, (_, at) => at + 1).flatMap((call) =>
    WAYS.filter(() => random() < part).map((way): readonly [Trial, undefined] => [{ call, way }, undefined]),
  );

const pairs: Draw = ({ calls }, random, part) =>
  Array.from({ length: calls === 0 ? 0 : Math.ceil(PAIRS * part) }, () => {
    const one = (): Trial => ({
      call: 1 + Math.floor(random() * calls),
      way: WAYS[Math.floor(random() * WAYS.length)] ?? 'killed after',
    });
    return [one(), one()] as const;
  });

const kindOf = (name: string, said: string, draw: Draw): FaultKind => ({
  name,
  async run({ seed, part, of, say }: FaultOptions): Promise<FaultResult> {
    const { platform, reach } = sampleBench();
    const random = randomOf(seed);
    const rows: FaultRow[] = [];
    const byWay = new Map<string, Came[]>();
    for (const [door, cases] of Object.entries(OPERATIONS))
      for (const operation of cases) {
        const title = operation.name === '' ? door : `${door}: ${operation.name}`;
        if (!of.test(title) || !isChosen(random, part)) continue;
        const came = tried(openBench(platform, reach, operation), random, part);
        rows.push(counted(said, title, came));
        for (const [way, own] of came.byWay) byWay.set(way, [...(byWay.get(way) ?? []), ...own]);
        say(`${title}: ${came.length} tried, ${came.filter(({ end }) => end === 'wrong').length} wrong`);
        for (const line of came.wrong.slice(0, 3)) say(`    ${line}`);
      }
    const figures = [...byWay].map(([way, own]) => {
      const { tried: n, asUndisturbed, asked, wrong } = counted(said, way, own);
      return `${said}, ${way}: ${n} tried, ${asUndisturbed} as undisturbed, ${asked} asked, ${wrong} wrong`;
    });
    return { rows, figures };

    function tried(bench: Bench, chance: () => number, share: number) {
      const all: Came[] = [];
      const ways = new Map<string, Came[]>();
      const wrong: string[] = [];
      for (const [first, second] of draw(bench, chance, share)) {
        const one = bench.try(first, second);
        all.push(one);
        ways.set(first.way, [...(ways.get(first.way) ?? []), one]);
        if (one.end === 'wrong')
          wrong.push(
            `${JSON.stringify([first, second])} ${one.struck}: ${one.why.join(' | ').slice(0, 900)}`,
          );
      }
      return Object.assign(all, { byWay: ways, wrong });
    }
  },
});

export const crashes: FaultKind = kindOf('crashes', 'one call struck', each);
export const doubleCrashes: FaultKind = kindOf('double', 'struck, and struck again', pairs);
