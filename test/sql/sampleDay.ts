// The sample day on the laptop, with every statement that the bundle sent to the warehouse.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWarehouse, type Warehouse } from '../../src/local/bigquery';
import { playDay } from '../../src/local/cli/day';
import { prepareBook } from '../../src/local/cli/morning';
import { DESK } from '../../src/local/cli/theDesk';
import { fromSaoPaulo, openHost, openMail, openWoundClock } from '../../src/local/host';
import { brokerDesks, openMarket, readSample, SAMPLE_DATE } from '../../src/local/market';

export interface SentParameter {
  readonly name: string;
  readonly parameterType: ParameterType;
  readonly parameterValue: unknown;
}

export interface ParameterType {
  readonly type: string;
  readonly arrayType?: ParameterType;
  readonly structTypes?: readonly { readonly name: string; readonly type: ParameterType }[];
}

/** One text, with the parameters of the first time that it was sent. */
export interface Sent {
  readonly query: string;
  readonly parameters: readonly SentParameter[];
}

export interface SampleDay {
  readonly sent: readonly Sent[];
  readonly warehouse: Warehouse;
  close(): Promise<void>;
}

const SEED = 7;
const TOKEN = 'sample-token';

export async function playSampleDay(root: string): Promise<SampleDay> {
  const dir = mkdtempSync(join(tmpdir(), 'sample-day-'));
  const clock = openWoundClock(join(dir, 'clock.json'), fromSaoPaulo(`${SAMPLE_DATE}T09:00:00`));
  const warehouse = await openWarehouse({ file: join(dir, 'warehouse.duckdb'), now: () => clock.now() });
  const close = async (): Promise<void> => {
    await warehouse.close();
    rmSync(dir, { recursive: true, force: true });
  };
  const sent = new Map<string, Sent>();
  const recorded: Warehouse = {
    ...warehouse,
    call(method, args) {
      const [request] = args;
      if (method === 'Jobs.query') {
        const { query, queryParameters = [] }: { query: string; queryParameters?: SentParameter[] } =
          JSON.parse(JSON.stringify(request));
        if (!sent.has(query)) sent.set(query, { query, parameters: queryParameters });
      }
      return warehouse.call(method, args);
    },
  };
  try {
    const mail = await openMail({ dir: join(dir, 'outbox'), clock });
    const host = {
      ...DESK,
      dir,
      bundleDir: join(root, 'build/out'),
      clock,
      mail,
      warehouse: recorded,
      seed: SEED,
    };
    const desk = await openHost(host);
    const sample = readSample(join(root, 'src/local/market/sample'));
    const alias = String(sample.tabs.settings.find(([key]) => key === 'ACCOUNT_ALIAS')?.[1] ?? '');
    const brokers = brokerDesks(sample.tabs.brokers);
    const market = await openMarket({ clock, seed: SEED, token: TOKEN, mail, brokers, alias });
    await prepareBook({ desk, market, token: TOKEN }, sample, { fundsJson: null, tradesCsv: null });
    await playDay({ desk, clock, date: SAMPLE_DATE }, null, ['nasdaq', 'thematics'], () => undefined);
    await desk.call('saveOfficialNav');
    await desk.call('history', [SAMPLE_DATE, SAMPLE_DATE]);
    await desk.close();
    await market.close();
    await mail.close();
    return { sent: [...sent.values()], warehouse, close };
  } catch (error) {
    await close();
    throw error;
  }
}
