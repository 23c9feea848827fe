// Blob.getAs on a laptop: PDF of HTML by the browser that is there, and a refusal by name where there is none.
import { expect } from '@jest/globals';
import { openPdf } from '../../src/local/host/pdf/pdf';
import { afterAll, describe, it } from '../inBrowser';
import { MORNING, type ScriptedDesk, scriptedDesk, standingClock } from './scripted';

const SCRIPT = `
function pdf(html, type) {
  var blob = Utilities.newBlob(html, type || 'text/html', 'day.of.html').getAs('application/pdf');
  return [blob.getName(), blob.getContentType(), Utilities.base64Encode(blob.getBytes())];
}
function same() {
  return Utilities.newBlob('a', 'text/html', 'a.html').getAs('text/html').getDataAsString();
}
`;
const HTML =
  '<style>@page{size:A4}</style><p>one</p><script>document.body.textContent = ""</script><div style="page-break-before:always">two</div>';

/** Programs that this process has started and that have not ended. */
const activeProcesses = (): number =>
  process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

describe('Blob.getAs', () => {
  const clock = standingClock();
  const printer = openPdf(clock);
  const desks: ScriptedDesk[] = [];
  const desk = async (pdf?: typeof printer): Promise<ScriptedDesk> => {
    const opened = await scriptedDesk(SCRIPT, { clock, ...(pdf ? { pdf } : {}) });
    desks.push(opened);
    return opened;
  };
  afterAll(async () => {
    for (const each of desks) await each.discard();
    await printer.close();
  });

  it('makes PDF of HTML, page by page, dated by the desk’s clock and the same each time', async () => {
    const { call } = await desk(printer);
    const { value } = await call('pdf', [HTML]);
    const [name, type, base64] = value as readonly string[];
    expect([name, type]).toEqual(['day.of.pdf', 'application/pdf']);
    const text = Buffer.from(base64 ?? '', 'base64').toString('latin1');
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(2);
    // Of A4, in points.
    expect(text).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    const stamp = new Date(MORNING).toISOString().replace(/[-:T]/g, '').slice(0, 14);
    expect(text).toContain(`/CreationDate (D:${stamp}`);
    expect((await call('pdf', [HTML])).value).toEqual(value);
  });

  it('leaves no browser running behind a document, and starts another one for the next', async () => {
    // Another test's may still be there, and the bundler, which ends by itself.
    await printer.close();
    const first = await printer.ofHtml(HTML);
    expect(activeProcesses()).toBeGreaterThan(0);
    while (activeProcesses() > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(Buffer.from(await printer.ofHtml(HTML)).equals(first)).toBe(true);
  });

  it('gives what has the type already, and refuses by name what the laptop cannot make', async () => {
    const { call } = await desk(printer);
    expect((await call('same')).value).toBe('a');
    await expect(call('pdf', ['a', 'text/csv'])).rejects.toThrow(
      'not implemented locally: Blob.getAs from text/csv to application/pdf',
    );
    const without = await desk();
    await expect(without.call('pdf', [HTML])).rejects.toThrow('without a browser');
  });
});
