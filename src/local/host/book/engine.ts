// The spreadsheet engine: Univer on Node, one instance for all the books of a desk. Its packages mix module systems in
// a way that neither older Node 20 nor the test runner loads, so they are bundled once into one file and that is loaded.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundling, keep, madeOf } from '../bundler';
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
  const parts = ['univer.ts', 'undrawn.ts', 'createUniver.ts', 'formulaLookup.ts'];
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
      logLevel: 'warning',
    }),
  );
  keep(file, outputFiles[0]?.contents ?? '');
  return file;
}

export interface Started {
  readonly engine: Engine;
  /** What the engine's parts keep beside the cells, as a saved book has it. */
  readonly resourcesOf: (bookId: string) => readonly object[];
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
  };
}
