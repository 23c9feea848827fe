// How the world looks when a scenario has ended: tabs, mails, warehouse, and the day as the desk itself sees it.
import { type DeliveredMail, type Host, ScriptError } from '../host';
import type { ScenarioDesk } from './scenarioDesk';
import { partOf } from './scenarioParts';
import { readTabs, type TabRecord } from './scenarioTabs';
import { readWarehouse, type WarehouseRow } from './scenarioWarehouse';

export interface ScenarioMail {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly htmlBytes: number;
  readonly attachments: readonly { readonly name: string; readonly text: string }[];
}

export interface DayResult {
  readonly date: string | null;
  readonly status: 'COMPLETE' | 'PENDING' | 'NONE';
  readonly missing: readonly string[];
}

export interface ScenarioEnd {
  readonly tabs: Readonly<Record<string, readonly TabRecord[]>>;
  readonly mails: readonly ScenarioMail[];
  readonly warehouse: Readonly<Record<string, readonly WarehouseRow[]>>;
  readonly day: DayResult;
}

/** How the desk stands at the end: read first, then the desk is asked, which writes its status tab. */
export async function lookAround(scenario: ScenarioDesk): Promise<ScenarioEnd> {
  const desk = await scenario.as(null);
  const tabs = await readTabs(desk.book);
  const mails = scenario.mail.outbox.map(mailSeen);
  const setting = (key: string): string =>
    String((tabs.settings ?? []).find((row) => row.key === key)?.value ?? '');
  const project = setting('GOOGLE_CLOUD_PROJECT');
  const dataset = setting('BIGQUERY_DATASET') || 'team_trading';
  const warehouse = project === '' ? {} : await readWarehouse(scenario.warehouse, project, dataset);
  return { tabs, mails, warehouse, day: await dayOf(desk) };
}

const mailSeen = ({ to, cc, subject, text, html, attachments }: DeliveredMail): ScenarioMail => ({
  to,
  cc,
  subject,
  text,
  htmlBytes: Buffer.byteLength(html ?? ''),
  attachments: attachments.map(({ name, content }) => ({
    name,
    text: Buffer.from(content).toString('utf8'),
  })),
});

/** A desk that cannot say how it stands is not complete. */
async function dayOf(desk: Host): Promise<DayResult> {
  try {
    const { value } = await desk.call('checkAdjustmentStatus');
    const [date, listed] = [partOf(value, 'date'), partOf(value, 'missing')];
    const missing = Array.isArray(listed) ? listed.map(String) : [];
    if (typeof date !== 'string') return { date: null, status: 'NONE', missing };
    return { date, status: partOf(value, 'complete') === true ? 'COMPLETE' : 'PENDING', missing };
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    return { date: null, status: 'PENDING', missing: [error.message] };
  }
}
