// The small services: journal, lock, mail, clock, user, digest, files.
import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '../../src/desk/limits';
import { utf8Length } from '../../src/domain/bytes';
import { createServices } from '../../src/google/services';
import { verbatim } from '../../src/language/message';
import { said } from '../fakes/said';
import { FakeSheet } from './fakeBook';
import { installFakes } from './fakes';

const start = () => ({ ...installFakes(), services: createServices() });

describe('the services as a whole', () => {
  it('touch nothing of the platform when they are made', () => {
    for (const name of ['SpreadsheetApp', 'PropertiesService', 'Utilities', 'Session', 'LockService'])
      Reflect.deleteProperty(globalThis, name);
    expect(Object.keys(createServices())).toContain('book');
  });

  it('name who runs the desk even where the active user is hidden', () => {
    expect(start().services.user()).toBe('trader@desk.example');
  });

  it('digest text to SHA-256 in hexadecimal', () => {
    expect(start().services.digest('São Paulo')).toMatch(/^[0-9a-f]{64}$/);
    expect(start().services.digest('')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('tell the time as a stamp and the progress as a toast', () => {
    const { services, book } = start();
    expect(services.now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
    services.progress(verbatim('allocating'));
    expect(book.toasts).toEqual(['allocating']);
  });
});

describe('the journal', () => {
  it('keeps, lists in order, and forgets', () => {
    const { journal } = start().services;
    journal.set('mail:b', '1');
    journal.set('mail:a', '2');
    journal.set('pending', '3');
    expect(journal.keys('mail:')).toEqual(['mail:a', 'mail:b']);
    journal.remove('mail:a');
    expect([journal.get('mail:a'), journal.get('mail:b')]).toEqual([null, '1']);
  });

  it('takes what the platform takes, and refuses one byte more', () => {
    const { journal } = start().services;
    const longest = 'x'.repeat(LIMITS.propertyBytes - 'key'.length);
    journal.set('key', longest);
    expect(journal.get('key')).toBe(longest);
    expect(() => journal.set('key', `${longest}x`)).toThrow(/"key" has 9,217 bytes.*take 9,216/);
    expect(() => journal.set('key', 'ã'.repeat(LIMITS.propertyBytes / 2))).toThrow(/bytes/);
    expect(journal.get('key')).toBe(longest);
  });

  it('counts bytes as UTF-8 does', () => {
    for (const text of ['', 'abc', 'ação', '€', '👍 ok'])
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
  });
});

describe('the lock', () => {
  it('flushes what was written before it lets the next run in', () => {
    const { services, lock, book } = start();
    book.sheets.push(new FakeSheet('orders'));
    const answer = services.lock.exclusively(500, () => {
      expect(lock.held).toBe(true);
      services.book.write('orders', 0, 0, [['asset']]);
      return 7;
    });
    expect(answer).toEqual({ value: 7 });
    expect([lock.waits, lock.held, book.flushes]).toEqual([[500], false, 1]);
  });

  it('is given back when the work fails', () => {
    const { services, lock, book } = start();
    book.sheets.push(new FakeSheet('orders'));
    const work = () => {
      services.book.write('orders', 0, 0, [['asset']]);
      throw new Error('no');
    };
    expect(() => services.lock.exclusively(1, work)).toThrow('no');
    expect([lock.held, book.flushes]).toEqual([false, 1]);
  });

  it('is given back where nothing can be written any more, and what failed first is told first', () => {
    const { services, lock, book } = start();
    book.sheets.push(new FakeSheet('orders'));
    const fail = (text: string) => (): never => {
      throw new Error(text);
    };
    const work = () => {
      services.book.write('orders', 0, 0, [['asset']]);
      throw new Error('the split was refused');
    };
    book.onFlush = fail('the spreadsheet is gone');
    expect(() => services.lock.exclusively(1, work)).toThrow(
      /^the split was refused; the spreadsheet is gone$/,
    );
    expect(lock.held).toBe(false);
    book.onFlush = fail('the split was refused');
    expect(() => services.lock.exclusively(1, work)).toThrow(/^the split was refused$/);
  });

  it('does no work while somebody else holds it', () => {
    const { services, lock } = start();
    lock.free = false;
    let worked = false;
    expect(
      services.lock.exclusively(1, () => {
        worked = true;
      }),
    ).toBeNull();
    expect(worked).toBe(false);
  });
});

describe('the mailer', () => {
  const message = {
    to: ['a@broker.example'],
    cc: [],
    subject: 'Orders',
    text: 'x',
    html: '<p>x</p>',
    attachments: [],
  };

  it('sends text and HTML, copies and attachments in one message', () => {
    const { services, mail } = start();
    const csv = { name: 'aloc.csv', mimeType: 'text/csv', content: 'a,b' };
    services.mailer.send({
      ...message,
      to: ['a@broker.example', 'b@broker.example'],
      cc: ['t@desk.example'],
      attachments: [csv],
    });
    expect(mail.sent).toMatchObject([
      {
        to: 'a@broker.example,b@broker.example',
        cc: 't@desk.example',
        subject: 'Orders',
        body: 'x',
        htmlBody: '<p>x</p>',
        attachments: [{ content: 'a,b', type: 'text/csv', name: 'aloc.csv' }],
      },
    ]);
  });

  it.each([
    ['Invalid email: x@', false],
    ['E-mail inválido: x@', false],
    ['Limit Exceeded: Email Body Size.', false],
    ['Argument too large: subject', false],
    ['Service invoked too many times for one day: email.', true],
    ['O serviço foi chamado muitas vezes em um dia: email.', true],
  ])('knows of one that Google refuses with "%s" that it did not go', (words, noQuota) => {
    const { services, mail } = start();
    mail.sendEmail = () => {
      throw new Error(words);
    };
    const refusal = services.mailer.send(message);
    expect([refusal && said(refusal.why), refusal?.noQuota]).toEqual([words, noQuota]);
  });

  it('does not know of one in the middle of which Google fails', () => {
    const { services, mail } = start();
    for (const words of ['Service error: Mail', 'We’re sorry, a server error occurred.', 'Timeout']) {
      mail.sendEmail = () => {
        throw new Error(words);
      };
      expect(() => services.mailer.send(message)).toThrow(words);
    }
  });

  it('refuses a message to nobody and one to more than the platform takes', () => {
    const { services, mail } = start();
    const crowd = Array.from({ length: 50 }, (_, i) => `p${i}@broker.example`);
    const why = (to: readonly string[], cc: readonly string[]) => {
      const refusal = services.mailer.send({ ...message, to, cc });
      return refusal && said(refusal.why);
    };
    expect(why([], [])).toMatch(/no recipient/);
    expect(why(crowd, ['t@desk.example'])).toMatch(/51 recipients/);
    expect(mail.sent).toEqual([]);
    expect(services.mailer.remainingRecipients()).toBe(100);
  });
});

describe('files', () => {
  const file = (content: string) => ({ folder: 'XP', name: 'aloc_2024-11-08.csv', content });

  it('go into a folder each broker, under one folder of the desk', () => {
    const { services, drive, documentProperties } = start();
    services.files.save(file('a'));
    services.files.save({ ...file('b'), folder: "D'Ouro" });
    expect(drive.files.map(({ id, name, parents, content }) => [id, name, parents[0], content])).toEqual([
      ['file-1', 'Trading Process', 'root', ''],
      ['file-2', 'XP', 'file-1', ''],
      ['file-3', 'aloc_2024-11-08.csv', 'file-2', 'a'],
      ['file-4', "D'Ouro", 'file-1', ''],
      ['file-5', 'aloc_2024-11-08.csv', 'file-4', 'b'],
    ]);
    expect(documentProperties.getProperty('drive:desk-folder')).toBe('file-1');
  });

  it('of the same name replace each other, in later runs too', () => {
    const { services, drive } = start();
    services.files.save(file('first'));
    services.files.save(file('second'));
    createServices().files.save(file('third'));
    expect(drive.files.map(({ content }) => content)).toEqual(['', '', 'third']);
  });

  it('get a new folder when somebody has thrown the old one away', () => {
    const { services, drive } = start();
    services.files.save(file('first'));
    for (const each of drive.files) each.trashed = true;
    createServices().files.save(file('second'));
    expect(drive.files.filter(({ trashed }) => !trashed).map(({ content }) => content)).toEqual([
      '',
      '',
      'second',
    ]);
  });

  it('get a new folder when the one that this user made leads nowhere', () => {
    const { services, drive, documentProperties } = start();
    documentProperties.setProperty('drive:desk-folder', 'gone');
    documentProperties.setProperty('drive:desk-folder-by', 'trader@desk.example');
    services.files.save(file('a'));
    expect(drive.files).toHaveLength(3);
  });

  it.each([['ana@desk.example'], [null]])(
    'are left to whoever keeps the folder (%s) where Drive does not show it: no second tree is made',
    (keptBy) => {
      const { services, drive, documentProperties } = start();
      documentProperties.setProperty('drive:desk-folder', 'of-another');
      if (keptBy !== null) documentProperties.setProperty('drive:desk-folder-by', keptBy);
      const filed = services.files.save(file('a'));
      expect(filed.kind === 'elsewhere' ? said(filed.why) : filed.kind).toContain(
        `in the Drive of ${keptBy ?? 'whoever set the desk up'}`,
      );
      expect(drive.files).toEqual([]);
      expect(documentProperties.getProperty('drive:desk-folder')).toBe('of-another');
    },
  );
});
