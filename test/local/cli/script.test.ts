// npm start -- --script DIR: a folder of somebody's script, served as a spreadsheet with its menu.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readOptions } from '../../../src/local/cli/options';
import { openScript, runScript } from '../../../src/local/cli/script';

const folder = mkdtempSync(join(tmpdir(), 'script-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a script of one’s own', () => {
  it('is served with the menu that its onOpen makes, and hears what is typed', async () => {
    const script = join(folder, 'mine');
    mkdirSync(join(script, 'parts'), { recursive: true });
    copyFileSync('test/fixtures/scripts/01-menu.gs', join(script, 'Code.gs'));
    copyFileSync('test/fixtures/scripts/08-on-edit.gs', join(script, 'parts', 'Edit.gs'));
    const desk = await openScript(script, join(script, '.local'), { slow: false, print: () => undefined });
    try {
      const html = await (await fetch(desk.served.url)).text();
      const token = /name="desk-token" content="([^"]+)"/.exec(html)?.[1] ?? '';
      const post = async (path: string, body: unknown) => {
        const response = await fetch(new URL(`${path}?page=p`, desk.served.url), {
          method: 'POST',
          headers: { 'x-desk-token': token, origin: new URL(desk.served.url).origin },
          body: JSON.stringify(body),
        });
        expect([path, response.status]).toEqual([path, 200]);
        return response.json();
      };
      const opening = await post('/open', {});
      expect(opening).toMatchObject({ name: 'mine', menus: [{ label: 'Greetings' }, { label: 'Older' }] });
      const typed = { unitId: 'active-book', subUnitId: '0', cellValue: { 0: { 0: { v: 'hi', t: 1 } } } };
      await post('/edits', {
        seen: opening.seq,
        mutations: [{ id: 'sheet.mutation.set-range-values', params: typed }],
      });
      const beside = async (): Promise<unknown> =>
        (await post('/open', {})).book.sheets['0'].cellData['0']?.['2']?.v ?? (await beside());
      expect(await beside()).toBe('Sheet1!A1');
      const answer = await post('/call', { fn: 'noSuch', args: [], sheet: '0', selected: null });
      expect(answer).toMatchObject({ ok: false, message: 'Script function not found: noSuch' });
    } finally {
      await desk.close();
    }
  });

  it('keeps what it makes inside its folder, and says where', async () => {
    const script = join(folder, 'kept');
    mkdirSync(script);
    writeFileSync(join(script, 'a.js'), 'function a() {}\nfunction b() {}');
    const printed: string[] = [];
    const options = readOptions(['--script', 'kept', '--no-serve']);
    if (options === null) throw new Error('there are options');
    expect(await runScript(options, folder, (line) => void printed.push(line))).toBe(0);
    expect(printed).toEqual([`kept: 2 functions; what it makes lies in ${join(script, '.local')}`]);
    expect(existsSync(join(script, '.local', 'books'))).toBe(true);
  });

  it('is refused where there is none, or beside options of the desk’s day', async () => {
    const none = { slow: false, print: () => undefined };
    await expect(openScript(join(folder, 'nowhere'), folder, none)).rejects.toThrow('no .js or .gs file');
    expect(() => readOptions(['--script', 'x', '--until', 'final'])).toThrow(
      'leave --until out, or --script',
    );
  });
});
