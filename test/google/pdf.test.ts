// A PDF of the platform: made once in an execution, never the end of a run more than twice, and replaced by its document where it cannot be made.
import { describe, expect, it } from '@jest/globals';
import { createMailer } from '../../src/google/mailer';
import { createPdfMaker } from '../../src/google/pdf';
import { createServices } from '../../src/google/services';
import { said } from '../fakes/said';
import { installFakes } from './fakes';

const start = (convert: (html: string) => object) => {
  const fakes = installFakes();
  let conversions = 0;
  const utilities: object = Reflect.get(globalThis, 'Utilities');
  const newBlob = (content: string, type?: string, name?: string) => ({
    ...{ content, type, name },
    getAs: () => {
      conversions += 1;
      const made = { ...convert(content), type: 'application/pdf' };
      return { ...made, setName: (called: string) => ({ ...made, name: called }) };
    },
  });
  Object.assign(globalThis, { Utilities: { ...utilities, newBlob } });
  const { journal } = createServices();
  return { ...fakes, journal, conversions: () => conversions };
};

const MAIL = {
  ...{ to: ['traders@desk.example'], cc: [], subject: 'End of day', text: 'text', html: '<p>text' },
  attachments: [
    { name: 'day.pdf', mimeType: 'application/pdf', content: '<p>day', madeOf: 'html' as const },
    { name: 'rows.csv', mimeType: 'text/csv', content: 'a;b' },
  ],
};
const FAILS = () => {
  throw new Error('Conversion from text/html to application/pdf failed.');
};

describe('a PDF', () => {
  it('is made once in an execution, for Drive and for the mail', () => {
    const { journal, conversions } = start((content) => ({ content: `%PDF ${content}` }));
    const make = createPdfMaker(journal);
    expect(make('day.pdf', '<p>day').pdf).toMatchObject({ content: '%PDF <p>day', name: 'day.pdf' });
    make('day.pdf', '<p>day');
    expect(conversions()).toBe(1);
    make('day.pdf', '<p>another');
    expect(conversions()).toBe(2);
    expect(journal.get('pdf-trying')).toBeNull();
  });

  it('that the platform cannot make is said in its words, and its document goes in its place', () => {
    const { journal, mail } = start(FAILS);
    const make = createPdfMaker(journal);
    const { pdf, why } = make('day.pdf', '<p>day');
    expect([pdf, why && said(why)]).toEqual([null, 'Conversion from text/html to application/pdf failed.']);
    expect(createMailer(make).send(MAIL)).toBeNull();
    expect(mail.sent[0]?.attachments).toMatchObject([
      { name: 'day.html', content: '<p>day' },
      { name: 'rows.csv', content: 'a;b' },
    ]);
  });

  it('during which a run ended is tried once more; after two ends its document goes in its place, and the next run tries again', () => {
    let atEnd: string | null = null;
    const { journal, conversions } = start((content) => {
      atEnd = journal.get('pdf-trying');
      return { content };
    });
    /** A run that ends within the conversion leaves the journal as it was there. */
    const endWithin = () => {
      createPdfMaker(journal)('day.pdf', '<p>day');
      journal.set('pdf-trying', atEnd ?? '');
    };
    endWithin();
    expect(createPdfMaker(journal)('day.pdf', '<p>day').why).toBeNull();
    endWithin();
    endWithin();
    const next = createPdfMaker(journal)('day.pdf', '<p>day');
    expect(next.why && said(next.why)).toBe('two earlier runs ended while it was being made');
    expect(conversions()).toBe(4);
    expect(createPdfMaker(journal)('day.pdf', '<p>day').why).toBeNull();
  });
});
