// What the self-test found out, as its dialog gets it, and as text to send to whoever looks after the desk.
import type { SelfTestReport, TestedItem, TestState } from '../../desk/setUp/selfTestReport';
import { dateOf, timeOf } from '../../domain/stamp';
import type { Language } from '../../language/language';
import { type Message, msg } from '../../language/message';
import { print, printAll } from '../../language/print';

export interface PrintedTest {
  readonly id: string;
  readonly state: TestState;
  readonly stateSaid: string;
  readonly title: string;
  readonly said: string;
  readonly details: readonly string[];
}

export interface PrintedSelfTest {
  readonly items: readonly PrintedTest[];
  readonly left: readonly string[];
  /** The whole of it, to be copied. */
  readonly text: string;
}

const STATES: Readonly<Record<TestState, Message>> = {
  ok: msg('as expected'),
  differs: msg('different'),
  waiting: msg('waiting'),
  impossible: msg('not possible'),
};

export function printedSelfTest(report: SelfTestReport, language: Language): PrintedSelfTest {
  const items = report.items.map((item) => printedItem(item, language));
  const left = printAll(report.left, language);
  const heading = msg('Self-test of {date}, {time}: version {version}, as {user}, book in {locale}', {
    date: dateOf(report.at),
    time: timeOf(report.at),
    version: report.version,
    user: report.user,
    locale: report.locale,
  });
  const lines = items.map(({ stateSaid, title, said, details }, i) =>
    [
      `[${stateSaid}] ${title}: ${said} (${report.items[i]?.ms ?? 0} ms)`,
      ...details.map((each) => `    ${each}`),
    ].join('\n'),
  );
  return { items, left, text: [print(heading, language), ...lines, ...left].join('\n') };
}

const printedItem = ({ id, state, title, said, details }: TestedItem, language: Language): PrintedTest => ({
  id,
  state,
  stateSaid: print(STATES[state], language),
  title: print(title, language),
  said: print(said, language),
  details: printAll(details, language),
});
