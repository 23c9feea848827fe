// The post-trade token: from Secret Manager where the build asked for its scope, else from the runner's own properties.
import { msg } from '../language/message';
import { SaidError } from '../language/print';
import type { Settings } from '../sheets/settings';

/** Set by the bundler: `npm run build -- --secret-manager`. */
declare const SECRET_MANAGER: boolean;
const usesSecretManager = (): boolean => typeof SECRET_MANAGER !== 'undefined' && SECRET_MANAGER;

const PROPERTY = 'secret:';
const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const FULL_NAME = /^projects\/[a-z0-9:.-]+\/secrets\/[A-Za-z0-9_-]{1,255}(?:\/versions\/(?:latest|\d+))?$/;

/** The secret's value; null when nobody has stored one. It never appears in a message or a log. */
export function readSecret(name: string, settings: Pick<Settings, 'googleCloudProject'>): string | null {
  const stored = usesSecretManager() ? fromSecretManager(name, settings.googleCloudProject) : null;
  return stored ?? PropertiesService.getUserProperties().getProperty(PROPERTY + name);
}

/** Keeps the value for this user only; an empty one forgets it. */
export function saveSecret(name: string, value: string): void {
  if (!NAME.test(name) && !FULL_NAME.test(name))
    throw new SaidError(
      msg('"{name}" is not the name of a secret; write TRADING_API_SECRET like trading-api-token.', { name }),
    );
  const properties = PropertiesService.getUserProperties();
  if (value.trim() === '') properties.deleteProperty(PROPERTY + name);
  else properties.setProperty(PROPERTY + name, value.trim());
}

function fromSecretManager(name: string, project: string | null): string | null {
  const path = secretPath(name, project);
  if (path === null) return null;
  try {
    const response = UrlFetchApp.fetch(`https://secretmanager.googleapis.com/v1/${path}:access`, {
      headers: { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` },
      muteHttpExceptions: true,
    });
    return response.getResponseCode() === 200 ? secretOf(response.getContentText()) : null;
  } catch {
    // Refused or unreachable: the user's own property is the way out, and the error may quote the request.
    return null;
  }
}

/** The name as the settings have it, or the full one; null when it cannot be one. */
function secretPath(name: string, project: string | null): string | null {
  if (FULL_NAME.test(name)) return name.includes('/versions/') ? name : `${name}/versions/latest`;
  if (!NAME.test(name) || project === null || !/^[a-z0-9:.-]+$/.test(project)) return null;
  return `projects/${project}/secrets/${name}/versions/latest`;
}

function secretOf(answer: string): string | null {
  const body: { payload?: { data?: string } } = JSON.parse(answer);
  const data = body.payload?.data;
  return data ? Utilities.newBlob(Utilities.base64Decode(data)).getDataAsString().trim() : null;
}
