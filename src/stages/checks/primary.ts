// What midday needs besides the day's own rules: somebody to take the requests, and brokers that pause.
import type { Etf } from '../../domain/etf';
import type { Problem } from '../../domain/problem';
import { msg } from '../../language/message';
import type { DayInputs } from '../day/inputs';
import { type Check, findingsOf } from './check';
import { pastCutoff } from './pastCutoff';

interface PrimarySubject {
  readonly inputs: DayInputs;
  readonly etfs: readonly Etf[];
  /** The trader's tick that brokers have paused; null when nobody was asked. */
  readonly paused: boolean | null;
}

const noAdministrator: Check<PrimarySubject> = {
  code: 'no-administrator',
  setting: null,
  find: ({ inputs, etfs }) =>
    etfs
      .filter(({ administratorEmails }) => administratorEmails.length === 0)
      .map(({ asset: code }) => ({
        text: msg('{code} has no administrator_emails; add where its requests go', { code }),
        place: { tab: inputs.etfs.tab },
      })),
};

const notPaused: Check<PrimarySubject> = {
  code: 'not-paused',
  setting: null,
  find: ({ paused }) =>
    paused
      ? []
      : [
          {
            text: msg(
              'nobody confirmed that the brokers’ working orders are paused; fills of these minutes come on top',
            ),
            severity: 'warning',
          },
        ],
};

/** The administrators still take requests for these ETFs. */
export const checkCutoffs = (inputs: DayInputs, assets: readonly string[]): readonly Problem[] =>
  findingsOf([pastCutoff], { inputs, assets }, inputs.settings);

export const checkAdministrators = (inputs: DayInputs, etfs: readonly Etf[]): readonly Problem[] =>
  findingsOf([noAdministrator], { inputs, etfs, paused: null }, inputs.settings);

export const pausedWarning = (inputs: DayInputs, paused: boolean | null): readonly Problem[] =>
  findingsOf([notPaused], { inputs, etfs: [], paused }, inputs.settings);
