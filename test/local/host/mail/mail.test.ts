import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Clock, fromSaoPaulo, openWoundClock } from '../../../../src/local/host/clock';
import { type LocalMail, openMail } from '../../../../src/local/host/mail';
import { slug } from '../../../../src/local/host/mail/outbox';

const csv = 'instruction,version\n2024-11-08/HASH11/BUY/Aurora,1\n';
const toBroker = {
  to: 'Mesa Aurora <mesa@aurora.example>',
  cc: 'trader@gestora.example',
  bcc: 'compliance@gestora.example',
  replyTo: 'trader@gestora.example',
  name: 'Mesa de ETFs',
  subject: 'Início: compra de HASH11 até R$ 1.200.000,00',
  text: 'Bom dia,\n\ncompre até R$ 1.200.000,00 hoje.\n',
  html: '<p>Compre até <b>R$ 1.200.000,00</b> hoje.</p>',
  attachments: [
    { name: 'instructions_2024-11-08.csv', contentType: 'text/csv', content: new TextEncoder().encode(csv) },
  ],
};

describe('the outbox', () => {
  let dir = '';
  let clock: Clock;
  let mail: LocalMail;
  const outbox = (): string => join(dir, 'outbox');
  const note = (to: string, subject = 'Note') => ({ to, subject, text: 'x' });
  const reopen = async (): Promise<void> => {
    await mail.close();
    mail = await openMail({ dir: outbox(), clock });
  };

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'mail-'));
    clock = openWoundClock(join(dir, 'clock.json'), fromSaoPaulo('2024-11-08T09:30:00'));
    mail = await openMail({ dir: outbox(), clock });
  });
  afterEach(async () => {
    await mail.close();
    rmSync(dir, { recursive: true });
  });

  it('keeps a mail as it was written: people, words, attachment and the hour on the wound clock', async () => {
    await mail.send(toBroker);
    expect(readdirSync(outbox())).toEqual(['0001-inicio-compra-de-hash11-ate-r-1-200-000-00.eml']);
    await reopen();
    const [kept] = mail.outbox;
    expect(kept).toMatchObject({
      number: 1,
      from: 'user@host.example',
      to: ['mesa@aurora.example'],
      cc: ['trader@gestora.example'],
      recipients: ['mesa@aurora.example', 'trader@gestora.example', 'compliance@gestora.example'],
      subject: toBroker.subject,
      sentAt: fromSaoPaulo('2024-11-08T09:30:00'),
    });
    expect(kept?.text.trim()).toBe(toBroker.text.trim());
    expect(kept?.html).toContain('<b>R$ 1.200.000,00</b>');
    expect(kept?.attachments.map((part) => [part.name, Buffer.from(part.content).toString()])).toEqual([
      ['instructions_2024-11-08.csv', csv],
    ]);
    expect(readFileSync(kept?.file ?? '', 'utf8')).toContain('Reply-To: trader@gestora.example');
  });

  it('names no blind copy in the headers that a recipient sees', async () => {
    await mail.send(toBroker);
    const lines = readFileSync(mail.outbox[0]?.file ?? '', 'utf8').split('\r\n');
    expect(lines.filter((line) => line.includes('compliance@'))).toEqual([
      'X-Envelope-To: mesa@aurora.example, trader@gestora.example, compliance@gestora.example',
    ]);
  });

  it('numbers mails in the order they were sent, also when sent at once and after a restart', async () => {
    await Promise.all(['a', 'b', 'c'].map((subject) => mail.send(note('x@y.example', subject))));
    await reopen();
    await mail.send(note('x@y.example', 'd'));
    expect(readdirSync(outbox())).toEqual(['0001-a.eml', '0002-b.eml', '0003-c.eml', '0004-d.eml']);
    expect(mail.outbox.map((one) => one.subject)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('writes the same bytes for the same mail at the same hour', async () => {
    await mail.send(toBroker);
    const first = readFileSync(mail.outbox[0]?.file ?? '', 'utf8');
    const other = await openMail({ dir: join(dir, 'other'), clock });
    await other.send(toBroker);
    const second = readFileSync(other.outbox[0]?.file ?? '', 'utf8');
    await other.close();
    expect(second).toBe(first);
  });

  it('throws away the half-written file of a crash', async () => {
    await mail.send(note('x@y.example'));
    writeFileSync(join(outbox(), '0002-half.eml.new'), 'Subj');
    await reopen();
    expect(readdirSync(outbox())).toEqual(['0001-note.eml']);
  });

  it('hands a mail to listeners before the sender goes on', async () => {
    const heard: string[] = [];
    mail.onDelivery((one) => heard.push(one.subject));
    await mail.send(note('x@y.example', 'first'));
    expect(heard).toEqual(['first']);
  });

  it('counts recipients against the day of the wound clock, over a restart', async () => {
    expect(mail.remaining()).toBe(1_500);
    await mail.send(toBroker);
    await reopen();
    expect(mail.remaining()).toBe(1_497);
    clock.set(fromSaoPaulo('2024-11-09T00:00:00'));
    expect(mail.remaining()).toBe(1_500);
  });

  it('refuses what the mail service refuses a consumer', async () => {
    await mail.close();
    mail = await openMail({ dir: outbox(), clock, consumer: true });
    const many = (count: number): string =>
      Array.from({ length: count }, (_, i) => `p${i}@y.example`).join(',');
    await expect(mail.send(note(many(51)))).rejects.toThrow('Limit Exceeded: Email Recipients Per Message.');
    await expect(mail.send(note(''))).rejects.toThrow('no recipient');
    await expect(mail.send(note('mesa at aurora'))).rejects.toThrow('Invalid email: mesa at aurora');
    await mail.send(note(many(50)));
    await mail.send(note(many(49)));
    await expect(mail.send(note(many(2)))).rejects.toThrow(
      'Service invoked too many times for one day: email.',
    );
    expect(mail.outbox).toHaveLength(2);
  });

  it('can be told to refuse a mail, or to keep it and lose the answer', async () => {
    mail.fault = (recipients) => (recipients.includes('a@y.example') ? 'refuse' : 'lose answer');
    await expect(mail.send(note('a@y.example', 'refused'))).rejects.toThrow('Try again later');
    await expect(mail.send(note('b@y.example', 'kept'))).rejects.toThrow('Connection lost');
    mail.fault = null;
    await mail.send(note('a@y.example', 'after'));
    expect(mail.outbox.map((one) => one.subject)).toEqual(['kept', 'after']);
  });
});

describe('the name of a mail file', () => {
  it.each([
    ['SUBSTITUI v1: opere até R$ 4.800.000,00', 'substitui-v1-opere-ate-r-4-800-000-00'],
    ['../../etc/passwd', 'etc-passwd'],
    ['«»', 'mail'],
  ])('%p becomes %p', (subject, name) => expect(slug(subject)).toBe(name));
});
