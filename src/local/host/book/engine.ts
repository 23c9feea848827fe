// The spreadsheet engine: Univer on Node, one instance for all the books of a desk. Its packages mix module systems in
// a way that neither older Node 20 nor the test runner loads, so they are bundled once into one file and that is loaded.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundling, keep, madeOf, withoutHyphens } from '../bundler';
import { checkoutDir } from '../checkout';
import type * as Univer from './univer';

export type Engine = ReturnType<typeof Univer.createUniver>;
export type UniverApi = Engine['univerAPI'];
export type UniverBook = ReturnType<UniverApi['createWorkbook']>;
export type UniverSheet = NonNullable<ReturnType<UniverBook['getSheetByName']>>;
export type UniverRange = ReturnType<UniverSheet['getDataRange']>;

/** Named by what goes into it, so that an update of Univer or of the parts used makes a new one. */
async function bundledUniver(): Promise<string> {
  const root = checkoutDir();
  const folder = join(root, 'src', 'local', 'host', 'book');
  const parts = ['engine.ts', 'univer.ts', 'undrawn.ts', 'createUniver.ts', 'formulaLookup.ts'];
  const file = `${madeOf(
    'univer',
    readFileSync(join(root, 'node_modules', '@univerjs', 'core', 'package.json')),
    ...parts.map((part) => readFileSync(join(folder, part))),
  )}.cjs`;
  if (existsSync(file)) return file;
  const { outputFiles } = await bundling(({ build }) =>
    build({
      entryPoints: [join(folder, 'univer.ts')],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      minifyWhitespace: true,
      minifySyntax: true,
      charset: 'ascii',
      legalComments: 'none',
      plugins: [withoutHyphens],
      logLevel: 'warning',
    }),
  );
  const text = outputFiles[0]?.text ?? '';
  keep(`${file}.txt`, text.replace(BEYOND_ASCII, escaped));
  keep(file, LOADER);
  return file;
}

/** One letter beyond Latin-1 makes two bytes of each of six million characters; the bundler leaves those in patterns. */
const BEYOND_ASCII = /[\u0080-\uffff]/g;
const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * Runs the text beside it with what V8 made of it the first time; evaluated once a process, as whatever is required. V8's tag is the
 * same for Nodes with different patches of V8, and what another one of them made ends the process without a word: Node's own version
 * is in the name. V8 believes the rest, too, which a power cut may have spoilt: it stands behind its digest.
 */
const LOADER = `const { Script } = require('node:vm');
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const kept = __filename + '.' + process.version + '.' + require('node:v8').cachedDataVersionTag();
const digest = (data) => createHash('sha256').update(data).digest();
const all = existsSync(kept) ? readFileSync(kept) : Buffer.alloc(0);
const isWhole = all.length > 32 && digest(all.subarray(32)).equals(all.subarray(0, 32));
const cachedData = isWhole ? all.subarray(32) : undefined;
const script = new Script(wrap(readFileSync(__filename + '.txt', 'latin1')), { filename: __filename + '.txt', cachedData });
script.runInThisContext().call(exports, exports, createRequire(__filename), module, __filename, __dirname);
if (cachedData === undefined || script.cachedDataRejected) {
  const fresh = kept + '.' + process.pid;
  try {
    const data = script.createCachedData();
    writeFileSync(fresh, Buffer.concat([digest(data), data]));
    renameSync(fresh, kept);
  } catch {
    // Where it cannot be kept, it is made again.
  }
}
`;

export interface Started {
  readonly engine: Engine;
  /** What the engine's parts keep beside the cells, as a saved book has it. */
  readonly resourcesOf: (bookId: string) => readonly object[];
  close(): void;
}

export async function startEngine(): Promise<Started> {
  const univer: typeof Univer = require(await bundledUniver());
  const locale = univer.LocaleType.EN_US;
  const engine = univer.createUniver({
    locale,
    locales: { [locale]: univer.enUS },
    logLevel: univer.LogLevel.ERROR,
    presets: [univer.UniverSheetsNodeCorePreset()],
    plugins: [univer.UniverSheetsNotePlugin, univer.UniverSheetsConditionalFormattingPlugin],
  });
  const kept = engine.univer.__getInjector().get(univer.IResourceManagerService);
  return {
    engine,
    resourcesOf: (bookId) => kept.getResources(bookId, univer.UniverInstanceType.UNIVER_SHEET),
    close: () => {
      const words = engine.univer.__getInjector().get(univer.LocaleService);
      engine.univer.dispose();
      // The timer of its progress bar outlives it by up to a second, asks for a word, and would end the process where there is none.
      words.t = (key) => key;
    },
  };
}
