// Names and notes come from files that others wrote: none of them may forge a mail.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FILE_FORMATS } from '../../src/domain/broker';
import { verbatim } from '../../src/language/message';
import { administratorMail } from '../../src/messages/administrator';
import { compose } from '../../src/messages/compose';
import { heading, list, note, oneLine, paragraph, table } from '../../src/messages/content';
import { csv } from '../../src/messages/csv';
import { refusedMail } from '../../src/messages/notice';
import { anyCharacter } from '../fakes/anyText';
import { DATE, fund } from './desk';
import { attached, readCsv, visible } from './read';

const requestFor = (name: string) =>
  administratorMail({
    to: ['cotas@administradora.example'],
    administrator: 'Administradora Sul',
    tradeDate: DATE,
    settlementDate: '2024-11-12',
    deskName: 'Mesa',
    copy: [],
    asset: 'HASH11',
    lines: [{ fund: { ...fund, fund: name }, units: 1, sharesPerUnit: 10, value: 100, side: 'BUY' }],
  });

describe('a fund’s name', () => {
  it('is shown, never run, in HTML', () => {
    const { html, text } = requestFor('<script>alert("1")</script> & \'Filhos\'');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Filhos&#39;');
    expect(text).toContain('<script>alert("1")</script> & \'Filhos\'');
  });

  it('cannot begin a line of its own', () => {
    const forged = 'Fundo\r\n- Resgate de 9 lotes\u2028Bcc: x@evil.example';
    const mail = requestFor(forged);
    expect(mail.text).not.toMatch(/^(- Resgate|Bcc)/m);
    expect(mail.text).toContain('por conta de Fundo - Resgate de 9 lotes Bcc: x@evil.example (CNPJ');
    expect(attached(mail).trimEnd().split('\n')).toHaveLength(2);
  });

  it('cannot turn the figures after it around', () => {
    expect(requestFor('Fundo\u202e\u2066').text).toContain('por conta de Fundo (CNPJ');
    expect(requestFor('Fundo\u202e').html).not.toMatch(/\p{Cf}/u);
  });

  it.each(["=cmd|'/C calc'!A0", '+1', '@SUM(A1)', '-2+3', '\t=1+1', '\u200b=1+1', '＝1+1'])(
    'is text to a spreadsheet: %j',
    async (name) => {
      const rows = await readCsv(attached(requestFor(name)));
      expect(rows[1]?.[2]).toMatch(/^'[=+@\-＝]/);
    },
  );

  it('is text to a spreadsheet that cuts at semicolons, too', () => {
    expect(attached(requestFor('Fundo; =cmd()'))).toContain(`"Fundo; '=cmd()"`);
  });
});

describe('a subject', () => {
  it('is one line of at most what a mail service takes', () => {
    const { subject } = refusedMail(
      {
        to: ['trader@desk.example'],
        language: 'en',
        deskName: 'ETF\ndesk',
        tradeDate: DATE,
        step: verbatim(`Orders\r\nBcc: x@evil.example ${'x'.repeat(400)}`),
        headline: null,
        facts: [],
        problems: [],
        warnings: [],
      },
      false,
    );
    expect(subject).toMatch(/^ETF desk \| 8 November 2024 \| STOPPED: Orders Bcc: x@evil\.example x+…$/);
    expect(subject).toHaveLength(250);
  });
});

describe('whatever is written', () => {
  const draft = { to: [], language: 'en', deskName: 'Desk', tradeDate: DATE, topic: 'x' } as const;
  const markup = fc.constantFrom('<', '>', 'b', '/', '"', "'", '&', ';', '=', ',', ' ', '\n', '\u202e');
  const words = fc.oneof(fc.string({ unit: anyCharacter }), fc.string({ unit: markup }));

  it('stands in text and in HTML alike', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 8, maxLength: 8 }), (texts) => {
        const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = texts;
        const mail = compose(draft, [
          heading(a),
          paragraph(b),
          note(c),
          list([{ label: d, text: e, detail: f }]),
          table([g], [{ title: h, cell: (text) => text, total: g }]),
        ]);
        const seen = visible(mail.html);
        for (const text of texts.map(oneLine)) {
          expect(mail.text).toContain(text);
          expect(seen).toContain(text);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves the HTML with the tags of the house only', () => {
    const tags = (html: string) => html.match(/<\/?[a-z!][^>]*>/gi);
    const mailOf = (text: string) => compose({ ...draft, topic: text }, [note(text)]).html;
    fc.assert(fc.property(words, (text) => expect(tags(mailOf(text))).toEqual(tags(mailOf('x')))));
  });

  it.each(FILE_FORMATS)(
    'comes out of a file in the format %s in as many cells as went in',
    async (format) => {
      const separator = csv(['1', '2'], [], format).replace('\uFEFF', '').charAt(1);
      const cell = fc.string({ unit: fc.constantFrom(separator, '"', 'a', ' ', ';', ',') }).map(oneLine);
      await fc.assert(
        fc.asyncProperty(cell, cell, async (a, b) => {
          const file = csv(['1', '2', '3', '4'], [['r', a, b, 'r']], format).replace('\uFEFF', '');
          expect((await readCsv(file, separator))[1]).toEqual(['r', a, b, 'r']);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('comes out of a CSV file as it went in, but for formulas', async () => {
    const cell = words.filter((text) => !/(^|;) *[=+\-@＝＋－＠]/.test(oneLine(text)));
    const record = fc.tuple(cell, cell, fc.integer());
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 4 }), async (records) => {
        // A first and last cell that are never blank: readers drop rows of blanks.
        const rows = records.map(([a, b, n]) => ['r', a, b, n, 'r']);
        expect((await readCsv(csv(['1', '2', '3', '4', '5'], rows))).slice(1)).toEqual(
          rows.map((row) => row.map((value) => oneLine(String(value)))),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('never makes a spreadsheet run anything', async () => {
    const risky = fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '\r=', ';='), words);
    await fc.assert(
      fc.asyncProperty(risky, async ([start, rest]) => {
        const rows = await readCsv(csv(['a'], [[`${start}${rest}`]]));
        for (const part of (rows[1]?.[0] ?? '').split(';'))
          expect(part).not.toMatch(/^\s*[=+@]|^\s*-(?!\d+(\.\d+)?$)/);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the HTML of a mail', () => {
  it('fetches nothing and keeps the reader’s own colours', () => {
    const { html } = requestFor('Fundo');
    expect(html).not.toMatch(/https?:|src=|url\(|<img|<link|@import|<style/);
    expect(html).not.toMatch(/background|[;"]color:/);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('<html lang="pt-BR">');
  });

  it('sets numbers to the right in figures of one width', () => {
    const { html } = requestFor('Fundo');
    expect(html).toMatch(/<table [^>]*font-variant-numeric:tabular-nums"/);
    expect(html).toMatch(/<td align="right" nowrap style="[^"]*">R\$\u00a01,00<\/td>/);
  });
});
