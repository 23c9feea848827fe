// PDF of an HTML document, made by the platform. A run may end while one is made, by chance or by the document itself: it is tried
// once more, and after a second end the HTML goes alone. A report never keeps an allocation from its mails.
import type { Journal } from '../desk/services';
import { type Message, msg, verbatim } from '../language/message';

type Blob = GoogleAppsScript.Base.Blob;

export type MadePdf =
  | { readonly pdf: Blob; readonly why: null }
  | { readonly pdf: null; readonly why: Message };

/** @param name of the PDF @param html the document */
export type PdfMaker = (name: string, html: string) => MadePdf;

/** Names the document that is being made, and how often: whoever finds it knows that a run ended there. */
const TRYING = 'pdf-trying';
const TRIES = 2;

export function createPdfMaker(journal: Journal): PdfMaker {
  /** Made once in an execution: for Drive, and for the mail. */
  const made = new Map<string, Map<string, MadePdf>>();
  return (name, html) => {
    const named = made.get(name) ?? new Map<string, MadePdf>();
    made.set(name, named);
    const known = named.get(html) ?? make(journal, name, html);
    named.set(html, known);
    return known;
  };
}

function make(journal: Journal, name: string, html: string): MadePdf {
  const ended = endedRuns(journal, name);
  if (ended >= TRIES) {
    journal.remove(TRYING);
    return { pdf: null, why: msg('two earlier runs ended while it was being made') };
  }
  journal.set(TRYING, `${ended + 1} ${name}`);
  const pdf = converted(name, html);
  journal.remove(TRYING);
  return pdf;
}

/** How many runs ended while this document was being made. */
function endedRuns(journal: Journal, name: string): number {
  const [count, ...words] = (journal.get(TRYING) ?? '').split(' ');
  return words.join(' ') === name ? Number(count) : 0;
}

function converted(name: string, html: string): MadePdf {
  try {
    const pdf = Utilities.newBlob(html, 'text/html', name.replace(/\.pdf$/, '.html')).getAs(
      'application/pdf',
    );
    return { pdf: pdf.setName(name), why: null };
  } catch (cause) {
    return { pdf: null, why: verbatim(cause instanceof Error ? cause.message : String(cause)) };
  }
}
