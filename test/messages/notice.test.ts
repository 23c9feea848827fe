// What the schedule writes to the traders: what waits, what stopped, which cut-off is near, in their language.
import { describe, expect, it } from '@jest/globals';
import { error, warning } from '../../src/domain/problem';
import { msg, verbatim } from '../../src/language/message';
import { preparedMail, refusedMail, reminderMail } from '../../src/messages/notice';
import { texts } from '../fakes/said';

const to = {
  to: ['mesa@gestora.example'],
  deskName: 'Mesa',
  tradeDate: '2024-11-08',
} as const;
const empty = { headline: null, facts: [], problems: [], warnings: [] };

const NASDAQ = msg('Primary units: {family}', { family: 'nasdaq' });

describe('a notice of the schedule', () => {
  it('says what waits for a click, with the figures of the preview, and that nothing was sent', () => {
    const mail = preparedMail({
      ...to,
      ...empty,
      language: 'en',
      step: msg('Initial orders'),
      headline: verbatim('9 instructions'),
      facts: [{ label: msg('notional'), value: msg('{money}', { money: 100 }) }],
      warnings: [warning('volume', verbatim('HASH11: a large part of the volume'))],
    });
    expect(mail.subject).toBe('Mesa | 8 November 2024 | PREPARED: Initial orders');
    for (const part of [
      '9 instructions',
      'Nothing was sent',
      'Trading > Initial orders',
      'R$ 1.00',
      'a large part',
    ])
      expect(mail.text).toContain(part);
  });

  it('says everything that stands in the way of a step, or of the schedule itself', () => {
    const problems = [
      error('unknown-cnpj', verbatim('no fund'), { tab: 'daily-trades', cell: 'B2' }),
      error('no-inav', verbatim('no iNAV of HASH11')),
    ];
    const step = refusedMail({ ...to, ...empty, language: 'pt', step: NASDAQ, problems }, false);
    expect(step.subject).toContain('PARADO: Primário: família nasdaq');
    for (const problem of texts(problems)) expect(step.text).toContain(problem);
    const still = refusedMail({ ...to, ...empty, language: 'pt', step: null, problems }, false);
    const over = refusedMail({ ...to, ...empty, language: 'pt', step: NASDAQ, problems }, true);
    expect(over.text).toContain('nada mais roda essa etapa hoje');
    expect(over.text).not.toContain('tenta de novo');
    expect(step.text).toContain('tenta de novo');
    expect(still.subject).toContain('A agenda está parada');
  });

  it('reminds of a cut-off: when the schedule runs, whether it sends, and whom to ask to pause', () => {
    const reminder = {
      ...to,
      step: NASDAQ,
      assets: ['BITH11', 'HASH11'],
      cutoff: '13:30',
      runsAt: '13:00',
    } as const;
    const sends = reminderMail({ ...reminder, language: 'en', unattended: true });
    expect(sends.subject).toContain('Primary units: nasdaq: cut-off at 13:30');
    expect(sends.text).toContain('At 13:00 the schedule runs');
    expect(sends.text).toContain('BITH11, HASH11');
    const prepares = reminderMail({ ...reminder, language: 'pt', unattended: false });
    expect(prepares.text).toContain('você confere e confirma');
  });
});
