// A mail is known by what noted it: one whose note was lost is named at every start, and an ordinary kill loses none.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { realClock } from '../../../../src/local/host/clock';
import { openJournal } from '../../../../src/local/host/journal/journal';
import { openMail } from '../../../../src/local/host/mail';

const SUBJECTS = ['one', 'two', 'three'];

async function opened(dir: string) {
  const journal = openJournal(dir);
  const mail = await openMail({ dir: join(dir, 'outbox'), clock: realClock, journal });
  return { journal, mail };
}

/** Three mails, and the folder as a kill leaves it behind them. */
async function killed(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'forgotten-'));
  const copy = mkdtempSync(join(tmpdir(), 'forgotten-'));
  const { journal, mail } = await opened(dir);
  for (const subject of SUBJECTS)
    await mail.send({ to: 'a@broker.example', subject, text: 'x'.repeat(3000) });
  cpSync(dir, copy, { recursive: true });
  await mail.close();
  journal.close();
  return copy;
}

async function seen(dir: string) {
  const { journal, mail } = await opened(dir);
  const found = {
    forgotten: mail.forgotten.map(({ subject }) => subject),
    losses: journal.losses.map(({ file }) => file),
  };
  journal.checkpoint();
  await mail.close();
  journal.close();
  return found;
}

const DAMAGE: readonly (readonly [string, readonly string[], (file: string) => void])[] = [
  ['emptied', SUBJECTS, (file) => truncateSync(file, 0)],
  ['foreign', SUBJECTS, (file) => writeFileSync(file, 'Dear diary')],
  ['gone', SUBJECTS, (file) => rmSync(file)],
  ['cut to its first lines', SUBJECTS, (file) => truncateSync(file, 60)],
  [
    'cut by two records',
    ['two', 'three'],
    (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  ],
];

describe('the outbox beside the journal', () => {
  it('knows every mail after an ordinary kill, and after a checkpoint', async () => {
    const dir = await killed();
    expect(await seen(dir)).toEqual({ forgotten: [], losses: [] });
    expect(await seen(dir)).toEqual({ forgotten: [], losses: [] });
  });

  it.each(DAMAGE)(
    'names the mails whose journal is %s, at each start, and the journal once',
    async (_how, lost, damage) => {
      const dir = await killed();
      damage(join(dir, 'journal.log'));
      expect(await seen(dir)).toEqual({ forgotten: lost, losses: [join(dir, 'journal.log')] });
      expect(await seen(dir)).toEqual({ forgotten: lost, losses: [] });
      const { mail, journal } = await opened(dir);
      await mail.send({ to: 'a@broker.example', subject: 'four', text: '' });
      await mail.close();
      journal.close();
      expect(await seen(dir)).toEqual({ forgotten: lost, losses: [] });
    },
  );

  it('takes a last record that is torn as a kill in the middle of a write, but for a mail that lies there', async () => {
    const dir = await killed();
    const file = join(dir, 'journal.log');
    truncateSync(file, readFileSync(file).length - 10);
    expect(await seen(dir)).toEqual({ forgotten: ['three'], losses: [] });
  });

  describe('a mail of several megabytes', () => {
    const content = Buffer.alloc(2_400_000, 'fundo;cotas;');
    const large = { name: 'alocacao.csv', contentType: 'text/csv', content };
    const FILE = join('outbox', '0001-large.eml');

    /** Sent, and the folder as a kill leaves it behind. */
    async function killedAfterLarge(): Promise<{ readonly dir: string; readonly bytes: Buffer }> {
      const dir = mkdtempSync(join(tmpdir(), 'forgotten-'));
      const copy = mkdtempSync(join(tmpdir(), 'forgotten-'));
      const { journal, mail } = await opened(dir);
      await mail.send({ to: 'a@broker.example', subject: 'large', text: 'x', attachments: [large] });
      cpSync(dir, copy, { recursive: true });
      await mail.close();
      journal.close();
      return { dir: copy, bytes: readFileSync(join(copy, FILE)) };
    }

    it('lies there to its last byte', async () => {
      const { dir, bytes } = await killedAfterLarge();
      expect(readdirSync(join(dir, 'outbox'))).toEqual(['0001-large.eml']);
      const { mail, journal } = await opened(dir);
      expect(bytes.subarray(0, 15).toString()).toBe('X-Envelope-To: ');
      expect(
        mail.outbox.map(({ attachments }) => attachments.map((part) => content.equals(part.content))),
      ).toEqual([[true]]);
      await mail.close();
      journal.close();
    });

    it('comes back whole from the journal where a kill left no file', async () => {
      const { dir, bytes } = await killedAfterLarge();
      rmSync(join(dir, FILE));
      expect(await seen(dir)).toEqual({ forgotten: [], losses: [] });
      expect(readFileSync(join(dir, FILE)).equals(bytes)).toBe(true);
    });

    it.each([0.2, 0.5, 0.8, 0.99])('was never sent where a kill tore its note at %p of it', async (part) => {
      const { dir } = await killedAfterLarge();
      rmSync(join(dir, FILE));
      rmSync(join(dir, 'outbox.json'));
      const file = join(dir, 'journal.log');
      truncateSync(file, Math.floor(readFileSync(file).length * part));
      // As the mark stood before the note.
      writeFileSync(`${file}.reached`, `${'0 0'.padEnd(40)}\n`);
      expect(await seen(dir)).toEqual({ forgotten: [], losses: [] });
      expect(readdirSync(join(dir, 'outbox'))).toEqual([]);
    });
  });

  it('knows the mails of a desk that kept no such file', async () => {
    const dir = await killed();
    rmSync(join(dir, 'outbox.json'));
    expect(await seen(dir)).toEqual({ forgotten: [], losses: [] });
  });
});
