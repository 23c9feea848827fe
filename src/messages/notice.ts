// To the traders, from the schedule: what waits for them, what stopped, which cut-off is near.

import type { Problem } from '../domain/problem';
import type { IsoDate, Time } from '../domain/stamp';
import type { Language } from '../language/language';
import type { Message } from '../language/message';
import { print } from '../language/print';
import { compose, composeBounded } from './compose';
import { type Block, list, paragraph } from './content';
import { versionsOf } from './findings';
import type { MailMessage } from './mail';
import type { Words } from './phrases';
import { wordsOf } from './words';

interface Recipients {
  readonly to: readonly string[];
  readonly language: Language;
  readonly deskName: string;
  readonly tradeDate: IsoDate;
}

export interface StepNotice extends Recipients {
  /** null: the schedule itself, before any step. */
  readonly step: Message | null;
  readonly headline: Message | null;
  readonly facts: readonly { readonly label: Message; readonly value: Message }[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/** A step that waits for a trader's click, with the figures of its preview. */
export function preparedMail(notice: StepNotice): MailMessage {
  const { notice: words } = wordsOf(notice.language);
  const step = nameOf(words, notice);
  return stepMail(notice, words.prepared(step), words.preparedAdvice(step));
}

/** A step that could not run, and everything that stands in its way. @param isOver its time has passed: nothing runs it today */
export function refusedMail(notice: StepNotice, isOver: boolean): MailMessage {
  const { notice: words } = wordsOf(notice.language);
  const topic = notice.step === null ? words.standsStill : words.refused(nameOf(words, notice));
  return stepMail(notice, topic, isOver ? words.missedAdvice : words.refusedAdvice);
}

/** Runs of an earlier day that the desk ended, with what of each went to nobody. */
export function endedMail({
  ended,
  ...to
}: Recipients & { readonly ended: readonly Problem[] }): MailMessage {
  const { notice: words } = wordsOf(to.language);
  const none = { step: null, headline: null, facts: [], problems: [] };
  return stepMail({ ...to, ...none, warnings: ended }, words.ended, words.endedAdvice);
}

export interface Reminder extends Recipients {
  readonly step: Message;
  readonly assets: readonly string[];
  readonly cutoff: Time;
  /** When the schedule runs the step. */
  readonly runsAt: Time;
  readonly unattended: boolean;
}

export function reminderMail({ step, assets, cutoff, runsAt, unattended, ...to }: Reminder): MailMessage {
  const { notice: words } = wordsOf(to.language);
  const name = print(step, to.language);
  const plan = unattended ? words.sends(name, runsAt) : words.prepares(name, runsAt);
  return compose({ ...to, topic: words.reminder(name, cutoff) }, [
    paragraph(plan),
    paragraph(words.pause(assets.join(', '))),
  ]);
}

const nameOf = (words: Words['notice'], { step, language }: StepNotice): string =>
  step === null ? words.standsStill : print(step, language);

function stepMail(notice: StepNotice, topic: string, advice: string): MailMessage {
  const { headline, facts, to, language, deskName, tradeDate } = notice;
  return composeBounded(
    { to, language, deskName, tradeDate, topic },
    versionsOf(notice, () => [
      ...(headline === null ? [] : [paragraph(print(headline, language))]),
      paragraph(advice),
      ...factList(facts, language),
    ]),
  );
}

/** The figures of a run with their names. */
const factList = (facts: StepNotice['facts'], language: Language): readonly Block[] =>
  facts.length === 0
    ? []
    : [
        list(
          facts.map(({ label, value }) => ({
            label: print(label, language),
            text: print(value, language),
            detail: null,
          })),
        ),
      ];
