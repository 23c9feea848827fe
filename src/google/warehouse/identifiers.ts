// The only way a name gets into a statement: checked against a strict pattern, then quoted. Values are parameters.
import { msg } from '../../language/message';
import { SaidError } from '../../language/print';
import type { Settings } from '../../sheets/settings';

export type WarehouseSettings = Pick<Settings, 'googleCloudProject' | 'bigqueryDataset' | 'bigqueryLocation'>;

/** Where the warehouse is; every part has passed its pattern. */
export interface Place {
  readonly project: string;
  readonly dataset: string;
  readonly location: string;
}

const PROJECT = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
const DATASET = /^[A-Za-z0-9_]{1,1024}$/;
const LOCATION = /^[A-Za-z][A-Za-z0-9-]{1,40}$/;
const NAME = /^[a-z_][a-z0-9_]{0,127}$/;

/** null when no project is configured; a name that cannot be one is an error that says which setting to correct. */
export function placeOf(settings: WarehouseSettings): Place | null {
  const { googleCloudProject: project, bigqueryDataset: dataset, bigqueryLocation: location } = settings;
  if (project === null) return null;
  demand(PROJECT, project, 'GOOGLE_CLOUD_PROJECT', 'desk-trading-1');
  demand(DATASET, dataset, 'BIGQUERY_DATASET', 'team_trading');
  demand(LOCATION, location, 'BIGQUERY_LOCATION', 'southamerica-east1');
  return { project, dataset, location };
}

function demand(pattern: RegExp, value: string, key: string, example: string): void {
  if (!pattern.test(value))
    throw new SaidError(
      msg('settings: {code} "{value}" is not a valid name; write one such as {example}.', {
        code: key,
        value,
        example,
      }),
    );
}

/** A column or an alias, in backticks, so that no keyword of any dialect is in the way. */
export function quoted(name: string): string {
  if (!NAME.test(name))
    throw new SaidError(msg('"{name}" is not a name that a statement may hold.', { name }));
  return `\`${name}\``;
}

/** A table or a view. */
export function tablePath({ project, dataset }: Place, table: string): string {
  quoted(table);
  return `\`${project}.${dataset}.${table}\``;
}
