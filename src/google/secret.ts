// The post-trade token: from Secret Manager where the build asked for its scope, else from the runner's own properties.
import { type Message, msg } from '../language/message';
import { SaidError } from '../language/print';
import type { Settings } from '../sheets/settings';

/** Set by the bundler: `npm run build -- --secret-manager`. */
declare const SECRET_MANAGER: boolean;
export const usesSecretManager = (): boolean => typeof SECRET_MANAGER !== 'undefined' && SECRET_MANAGER;

const PROPERTY = 'secret:';
const HOST = 'secret-host:';
/** Given while the settings named no address. */
const NOWHERE = '-';
const NAME = /^[A-Za-z0-9_-]{1,255}$/;
const FULL_NAME = /^projects\/[a-z0-9:.-]+\/secrets\/[A-Za-z0-9_-]{1,255}(?:\/versions\/(?:latest|\d+))?$/;

/**
 * The secret's value; null when nobody has stored one. It never appears in a message or a log.
 * @throws SaidError with what Google said, where Secret Manager refuses and the user has no token of their own
 */
export function readSecret(name: string, settings: Pick<Settings, 'googleCloudProject'>): string | null {
  const stored = usesSecretManager() ? fromSecretManager(name, settings.googleCloudProject) : NONE;
  if (stored.value !== null) return stored.value;
  const own = PropertiesService.getUserProperties().getProperty(PROPERTY + name);
  if (own === null && stored.refusal !== null) throw new SaidError(stored.refusal);
  return own;
}

interface Stored {
  readonly value: string | null;
  /** Why it cannot be said whether there is one. */
  readonly refusal: Message | null;
}
const NONE: Stored = { value: null, refusal: null };

/** The host that an address leads to: scheme, name and port. What stands before an `@` in it is no name. */
function hostOf(address: string): string {
  const [, scheme = '', place = ''] = /^(https?:\/\/)([^/?#\\]*)/i.exec(address) ?? [];
  return (scheme + place.slice(place.lastIndexOf('@') + 1)).toLowerCase();
}

/**
 * Whether the secret may be sent to the address: to the host for which this person gave it. Whoever can edit the settings can
 * write another address there; the token does not follow.
 * @returns the host that it was given for; null = this one. Of an older version's token the first host is taken for it
 */
export function givenForOther(name: string, address: string): string | null {
  const properties = PropertiesService.getUserProperties();
  const known = properties.getProperty(HOST + name);
  if (known === null) confirmAddress(name, address);
  return known === null || known === hostOf(address) ? null : known;
}

/** This person has seen the address and means it. */
export const confirmAddress = (name: string, address: string | null): void =>
  void PropertiesService.getUserProperties().setProperty(
    HOST + name,
    address === null ? NOWHERE : hostOf(address),
  );

/** Keeps the value for this user only, and for the host that the settings name now; an empty one forgets it. */
export function saveSecret(name: string, value: string, address: string | null): void {
  if (!NAME.test(name) && !FULL_NAME.test(name))
    throw new SaidError(
      msg('"{name}" is not the name of a secret; write TRADING_API_SECRET like trading-api-token.', { name }),
    );
  const properties = PropertiesService.getUserProperties();
  if (value.trim() === '') {
    properties.deleteProperty(PROPERTY + name);
    properties.deleteProperty(HOST + name);
    return;
  }
  // The host first: a token without one would go to the first that is asked.
  confirmAddress(name, address);
  properties.setProperty(PROPERTY + name, value.trim());
}

function fromSecretManager(name: string, project: string | null): Stored {
  const path = secretPath(name, project);
  if (path === null) return NONE;
  const token = ScriptApp.getOAuthToken();
  const refused = (why: string): Stored => ({
    value: null,
    // The platform's own exception may quote the request.
    refusal: refusal(path, why.split(token).join('•••')),
  });
  try {
    const response = UrlFetchApp.fetch(`https://secretmanager.googleapis.com/v1/${path}:access`, {
      headers: { Authorization: `Bearer ${token}` },
      muteHttpExceptions: true,
    });
    const status = response.getResponseCode();
    const text = response.getContentText();
    if (status === 200) return { value: secretOf(text), refusal: null };
    return refused(`HTTP ${status}${reasonIn(text)}`);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

/** What to do about each kind of refusal; Google's own words follow. */
function refusal(path: string, why: string): Message {
  const project = path.split('/')[1] ?? '';
  if (/has not been used|is disabled/i.test(why))
    return msg(
      'The Secret Manager API is off in the project {project}: enable it in the Cloud console and wait a minute, or give your own token in Trading > Set up. ({why})',
      { project, why },
    );
  if (/^HTTP 404/.test(why))
    return msg(
      'Secret Manager has no {name}: correct TRADING_API_SECRET in settings, or give your own token in Trading > Set up. ({why})',
      { name: path, why },
    );
  if (/^HTTP 40[13]/.test(why))
    return msg(
      'Secret Manager does not let you read {name}: ask for the role Secret Manager Secret Accessor, or give your own token in Trading > Set up. ({why})',
      { name: path, why },
    );
  return msg(
    'Secret Manager did not give {name}: try again, or give your own token in Trading > Set up. ({why})',
    { name: path, why },
  );
}

/** Google's sentence about it; '' where the answer has none. */
function reasonIn(answer: string): string {
  try {
    const body: { error?: { message?: string } } = JSON.parse(answer);
    return body.error?.message ? `: ${body.error.message}` : '';
  } catch {
    return '';
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
