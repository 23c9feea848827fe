// The order of what a desk keeps: whatever a kill or a hand leaves of its file, it opens, with a prefix of what was noted.
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openJournal, readOrEarlier, readOrSetAside } from '../../../src/local/host/journal/journal';

const folder = (): string => mkdtempSync(join(tmpdir(), 'journal-'));

/** What a part is given back, and where the journal says that the file lies that could not be read. */
function opened(dir: string, part = 'a') {
  const replayed: unknown[] = [];
  const journal = openJournal(dir);
  const notes = journal.join(part, {
    replay: (record) => void replayed.push(record),
    checkpoint: () => undefined,
  });
  return { journal, notes, replayed };
}

const WORDS = ['one', 'São Paulo', { s: 'three', n: [1, null] }, 'four'];

function written(): string {
  const dir = folder();
  const { journal, notes } = opened(dir);
  for (const word of WORDS) notes.note(word);
  journal.sync();
  journal.close();
  return dir;
}

describe('the journal', () => {
  it('gives each part what it noted, in order', () => {
    const dir = folder();
    const first = openJournal(dir);
    const [a, b] = ['a', 'b'].map((name) =>
      first.join(name, { replay: () => undefined, checkpoint: () => undefined }),
    );
    a?.note(1);
    b?.note('x');
    a?.note(2);
    b?.sync();
    first.close();
    expect(opened(dir, 'a').replayed).toEqual([1, 2]);
    expect(opened(dir, 'b').replayed).toEqual(['x']);
  });

  it('loses what was not brought to disk, and nothing else', () => {
    const dir = folder();
    const { notes } = opened(dir);
    notes.note('kept');
    notes.sync();
    notes.note('in memory');
    expect(opened(dir).replayed).toEqual(['kept']);
  });

  it('opens after a kill at any byte with a prefix, and goes on from there', () => {
    const whole = readFileSync(join(written(), 'journal.log'));
    const seen = new Set<number>();
    for (let bytes = 0; bytes <= whole.length; bytes++) {
      const dir = folder();
      const file = join(dir, 'journal.log');
      writeFileSync(file, whole);
      truncateSync(file, bytes);
      const { journal, notes, replayed } = opened(dir);
      expect(replayed).toEqual(WORDS.slice(0, replayed.length));
      notes.note('after');
      journal.sync();
      journal.close();
      expect(opened(dir).replayed).toEqual([...replayed, 'after']);
      seen.add(replayed.length);
    }
    expect([...seen]).toEqual([0, 1, 2, 3, 4]);
  });

  it('gives back all of what happened at once, or none of it, after a kill at any byte', () => {
    const begun = folder();
    const first = opened(begun);
    first.notes.note('before');
    first.notes.together(() => {
      for (const word of WORDS) first.notes.note(word);
    });
    first.notes.note('behind');
    first.journal.sync();
    first.journal.close();
    const whole = readFileSync(join(begun, 'journal.log'));
    const seen = new Set<number>();
    // A journal begins whole: its first line is put in place as a file of its own.
    for (let bytes = whole.indexOf('\n') + 1; bytes <= whole.length; bytes++) {
      const dir = folder();
      writeFileSync(join(dir, 'journal.log'), whole.subarray(0, bytes));
      writeFileSync(join(dir, 'journal.log.reached'), '0 0\n');
      const { journal, notes, replayed } = opened(dir);
      expect(replayed).toEqual(['before', ...WORDS, 'behind'].slice(0, replayed.length));
      expect(journal.losses).toEqual([]);
      notes.note('after');
      journal.sync();
      journal.close();
      expect(opened(dir).replayed).toEqual([...replayed, 'after']);
      seen.add(replayed.length);
    }
    expect([...seen]).toEqual([0, 1, 1 + WORDS.length, 2 + WORDS.length]);
  });

  it('takes no record that was changed, exchanged or put in from elsewhere, and says where the file lies', () => {
    const text = readFileSync(join(written(), 'journal.log'), 'utf8');
    const [header = '', one = '', two = '', three = '', four = ''] = text.split('\n');
    const forged = [
      [header, one, two.replace('Paulo', 'Paolo'), three, four],
      [header, one, three, two, four],
      [header, one, one, two, three, four],
    ];
    for (const lines of forged) {
      const dir = folder();
      const file = join(dir, 'journal.log');
      writeFileSync(file, `${lines.join('\n')}\n`);
      const { journal, replayed } = opened(dir);
      expect(replayed).toEqual(['one']);
      expect(journal.losses).toEqual([{ file, aside: `${file}.damaged-1` }]);
      expect(readFileSync(`${file}.damaged-1`, 'utf8')).toBe(`${lines.join('\n')}\n`);
    }
  });

  it('sets a file aside that is none of its own', () => {
    const dir = folder();
    const file = join(dir, 'journal.log');
    appendFileSync(file, 'Dear diary\n');
    const { journal, replayed } = opened(dir);
    expect([replayed, journal.losses]).toEqual([[], [{ file, aside: `${file}.damaged-1` }]]);
    expect(opened(dir).journal.losses).toEqual([]);
  });

  it.each(['journal.log', 'journal.log.reached', 'journal.log.before'])(
    'opens where a folder lies in place of %s, which it sets aside where a file has to be',
    (name) => {
      const dir = written();
      rmSync(join(dir, name), { force: true });
      mkdirSync(join(dir, name));
      writeFileSync(join(dir, name, 'mine.txt'), 'mine');
      const { journal } = opened(dir);
      journal.close();
      const isNeeded = !name.endsWith('before');
      expect(journal.losses.map(({ file }) => relative(dir, file))).toEqual(isNeeded ? [name] : []);
      const now = isNeeded ? `${name}.damaged-1` : name;
      expect(readFileSync(join(dir, now, 'mine.txt'), 'utf8')).toBe('mine');
    },
  );

  it('leaves a file alone that the system lets nobody read, and hands on what it says', () => {
    const dir = written();
    const { journal } = opened(dir);
    const file = join(dir, 'clock.json');
    writeFileSync(file, 'as good as ever');
    const forbidden = (): never => {
      throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
    };
    expect(() => readOrSetAside(journal, file, forbidden)).toThrow('permission denied');
    expect(() => readOrEarlier(file, forbidden)).toThrow('permission denied');
    journal.close();
    expect([readFileSync(file, 'utf8'), journal.losses]).toEqual(['as good as ever', []]);
  });

  it('begins anew at a checkpoint, counting on', () => {
    const dir = written();
    const places: number[] = [];
    const part = { replay: () => undefined, checkpoint: (seq: number) => void places.push(seq) };
    const first = openJournal(dir);
    const notes = first.join('a', part);
    first.checkpoint();
    notes.note('later');
    first.checkpoint();
    first.close();
    const second = openJournal(dir);
    second.join('a', part);
    second.checkpoint();
    // Each begins with a record of its own: the files that stood.
    expect(places).toEqual([WORDS.length, WORDS.length + 2, WORDS.length + 3]);
  });

  it('names a journal that is cut anywhere, its first entry included, which a checkpoint puts in place whole', () => {
    const dir = folder();
    mkdirSync(join(dir, 'books'));
    writeFileSync(join(dir, 'books/b.json.gz'), 'book');
    const first = openJournal(dir);
    first.checkpoint();
    first.close();
    const file = join(dir, 'journal.log');
    const whole = readFileSync(file);
    const reached = readFileSync(`${file}.reached`);
    for (let bytes = 0; bytes <= whole.length; bytes++) {
      writeFileSync(file, whole.subarray(0, bytes));
      writeFileSync(`${file}.reached`, reached);
      const { journal } = opened(dir);
      journal.close();
      expect([bytes, journal.losses.map(({ file: lost }) => lost)]).toEqual([
        bytes,
        bytes === whole.length ? [] : [file],
      ]);
      for (const name of readdirSync(dir)) if (name.includes('.damaged-')) rmSync(join(dir, name));
    }
  });

  it('names what stood at a checkpoint and is gone, or of a mail cut, since', () => {
    const dir = folder();
    for (const name of ['books', 'outbox', 'files']) mkdirSync(join(dir, name));
    const names = ['books/b.json.gz', 'clock.json', 'outbox/0001-a.eml', 'outbox/0002-b.eml', 'files/a.json'];
    for (const name of names) writeFileSync(join(dir, name), 'four');
    const first = openJournal(dir);
    first.checkpoint();
    first.close();
    const lossesNow = (): readonly string[] => {
      const { journal } = opened(dir);
      journal.close();
      return journal.losses.map(({ file }) => relative(dir, file).split(sep).join('/'));
    };
    expect(lossesNow()).toEqual([]);
    writeFileSync(join(dir, 'clock.json'), 'is longer now');
    for (const name of ['books/b.json.gz', 'outbox/0001-a.eml', 'files/a.json']) rmSync(join(dir, name));
    truncateSync(join(dir, 'outbox/0002-b.eml'), 2);
    expect(lossesNow()).toEqual(['books/b.json.gz', 'outbox/0001-a.eml', 'outbox/0002-b.eml']);
  });

  it('misses a mail at each start until it lies there again, however often checkpoints were made without it', () => {
    const dir = folder();
    mkdirSync(join(dir, 'outbox'));
    const [gone, cut] = ['0001-a.eml', '0002-b.eml'].map((name) => join(dir, 'outbox', name));
    for (const file of [gone ?? '', cut ?? '']) writeFileSync(file, 'four');
    const lossesNow = (): readonly unknown[] => {
      const { journal } = opened(dir);
      journal.checkpoint();
      journal.close();
      return journal.losses;
    };
    expect(lossesNow()).toEqual([]);
    rmSync(gone ?? '');
    truncateSync(cut ?? '', 2);
    expect(lossesNow()).toEqual([
      { file: gone, aside: null, stays: true },
      { file: cut, aside: `${cut}.damaged-1`, stays: true },
    ]);
    for (let starts = 0; starts < 2; starts++)
      expect(lossesNow()).toEqual([gone, cut].map((file) => ({ file, aside: null, stays: true })));
    for (const file of [gone ?? '', cut ?? '']) writeFileSync(file, 'four');
    expect(lossesNow()).toEqual([]);
  });

  it.each([
    ['gone', (mark: string) => rmSync(mark)],
    ['emptied', (mark: string) => truncateSync(mark, 0)],
    ['foreign', (mark: string) => writeFileSync(mark, 'Dear diary\n')],
  ])('names the mark of how far it reached where that is %s, once', (_how, damage) => {
    const dir = written();
    const mark = join(dir, 'journal.log.reached');
    damage(mark);
    const found = opened(dir);
    expect(found.replayed).toEqual(WORDS);
    expect(found.journal.losses).toEqual([{ file: mark, aside: null }]);
    found.journal.close();
    expect(opened(dir).journal.losses).toEqual([]);
  });

  it('is missed with its mark by a file that has seen more than it holds', () => {
    const dir = written();
    for (const name of ['journal.log', 'journal.log.reached']) rmSync(join(dir, name));
    const { journal, notes } = opened(dir);
    expect(journal.losses).toEqual([]);
    notes.standsAt(3);
    notes.standsAt(4);
    expect(journal.losses).toEqual([{ file: join(dir, 'journal.log'), aside: null }]);
  });
});
