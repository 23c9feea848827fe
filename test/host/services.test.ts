import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ScriptedDesk, scriptedDesk } from './scripted';

const SCRIPT = `
function remember(key, value) { PropertiesService.getDocumentProperties().setProperty(key, value); }
function recall() {
  var p = PropertiesService.getDocumentProperties();
  return [p.getProperties(), p.getKeys(), PropertiesService.getUserProperties().getProperty('a'), p.getProperty('none')];
}
function forget(key) { PropertiesService.getDocumentProperties().deleteProperty(key); }
function overfill() { for (var i = 0; i < 100; i++) PropertiesService.getScriptProperties().setProperty('k' + i, new Array(9001).join('x')); }

function holdUntilTold() {
  LockService.getDocumentLock().waitLock(5000);
  remember('holding', 'yes');
  while (PropertiesService.getDocumentProperties().getProperty('told') === null) {}
  return LockService.getDocumentLock().hasLock();
}
function tryThenTell() {
  while (PropertiesService.getDocumentProperties().getProperty('holding') === null) {}
  var lock = LockService.getDocumentLock();
  var early = [lock.tryLock(20), lock.hasLock(), LockService.getUserLock().tryLock(0)];
  try { lock.waitLock(20); } catch (error) { early.push(error.message); }
  remember('told', 'yes');
  lock.waitLock(5000);
  return early.concat(lock.hasLock());
}
function lockTwice() { var l = LockService.getScriptLock(); return [l.tryLock(0), l.tryLock(0), (l.releaseLock(), l.hasLock())]; }

function arm() { var t = ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); return t.getHandlerFunction(); }
function disarm() { ScriptApp.getProjectTriggers().forEach(function (t) { if (t.getHandlerFunction() === 'tick') ScriptApp.deleteTrigger(t); }); }
function armOdd() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(7).create(); }

function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail(), Session.getScriptTimeZone()]; }
function digests() {
  var bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'ação', Utilities.Charset.UTF_8);
  var blob = Utilities.newBlob('ação', 'text/csv', 'a.csv');
  return [bytes.length, bytes.slice(0, 4), Utilities.base64Encode('ação'), blob.getBytes().length, blob.getDataAsString(), blob.getName(), blob.getContentType(),
    Utilities.newBlob(Utilities.base64Decode('YWI=')).getDataAsString(), Utilities.base64Encode([-1, 0, 1])];
}
function packs() {
  var packed = Utilities.gzip(Utilities.newBlob('ação '.repeat(1000), 'text/plain', 'a.txt'));
  var back = Utilities.newBlob(Utilities.base64Decode(Utilities.base64Encode(packed.getBytes())), 'application/x-gzip');
  return [packed.getName(), packed.getContentType(), packed.getBytes().length < 200, Utilities.ungzip(back).getDataAsString() === 'ação '.repeat(1000)];
}
function ungzipsText() { Utilities.ungzip(Utilities.newBlob('x')); }
function uuids() { return [Utilities.getUuid(), Utilities.getUuid()]; }
function dates() {
  var at = Utilities.parseDate('2024-11-08 14:05', 'America/Sao_Paulo', 'yyyy-MM-dd HH:mm');
  return [at instanceof Date, Utilities.formatDate(at, 'GMT', "yyyy-MM-dd'T'HH:mm:ss'Z'"), Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'HH:mm')];
}
`;

let desk: ScriptedDesk;
const value = async (fn: string, ...args: unknown[]): Promise<unknown> => (await desk.call(fn, args)).value;

beforeAll(async () => {
  desk = await scriptedDesk(SCRIPT, { user: 'ana@desk.example', seed: 7 });
});
afterAll(() => desk.discard());

describe('properties', () => {
  it('are kept apart by store, as text, over a restart', async () => {
    await value('remember', 'a', 1.5);
    await value('remember', 'b', 'x');
    await value('forget', 'b');
    desk = await desk.reopen();
    expect(await value('recall')).toEqual([{ a: '1.5' }, ['a'], null, null]);
  });

  it('have the limits of the platform', async () => {
    await expect(value('remember', 'big', 'x'.repeat(9 * 1024 + 1))).rejects.toThrow(
      'Argument too large: value',
    );
    await expect(value('overfill')).rejects.toThrow('You have exceeded the property storage quota');
  });
});

describe('locks', () => {
  it('make two executions that run at once wait for one another', async () => {
    const [holder, other] = await Promise.all([desk.call('holdUntilTold'), desk.call('tryThenTell')]);
    expect(holder.value).toBe(true);
    expect(other.value).toEqual([
      false,
      false,
      true,
      'Lock timeout: another process was holding the lock for too long.',
      true,
    ]);
  });

  it('may be taken again by who holds them, and are free once released', async () => {
    expect(await value('lockTwice')).toEqual([true, true, false]);
    expect(await value('lockTwice')).toEqual([true, true, false]);
  });
});

describe('triggers', () => {
  it('are kept as data until they are deleted', async () => {
    expect(await value('arm')).toBe('tick');
    expect(desk.triggers()).toMatchObject([{ handler: 'tick', everyMinutes: 5 }]);
    desk = await desk.reopen();
    expect(desk.triggers()).toHaveLength(1);
    await value('disarm');
    expect(desk.triggers()).toEqual([]);
    await expect(value('armOdd')).rejects.toThrow('every 1, 5, 10, 15, 30 minutes');
  });
});

describe('utilities', () => {
  it('know the user and the zone', async () => {
    expect(await value('who')).toEqual(['ana@desk.example', 'ana@desk.example', 'America/Sao_Paulo']);
  });

  it('packs and unpacks, and nothing that is not packed', async () => {
    expect(await value('packs')).toEqual(['a.txt.gz', 'application/x-gzip', true, true]);
    await expect(value('ungzipsText')).rejects.toThrow('application/x-gzip');
  });

  it('count bytes as Apps Script does: signed, UTF-8', async () => {
    expect(await value('digests')).toEqual([
      32,
      [6, 100, 7, 127],
      'YcOnw6Nv',
      6,
      'ação',
      'a.csv',
      'text/csv',
      'ab',
      '/wAB',
    ]);
  });

  it('make UUIDs that are the same for the same seed', async () => {
    const fresh = await scriptedDesk(SCRIPT, { seed: 7 });
    const again = await scriptedDesk(SCRIPT, { seed: 7 });
    const other = await scriptedDesk(SCRIPT, { seed: 8 });
    const made = await Promise.all(
      [fresh, again, other].map(async (each) => (await each.call('uuids')).value),
    );
    await Promise.all([fresh, again, other].map((each) => each.discard()));
    expect(made[0]).toEqual(made[1]);
    expect(made[0]).not.toEqual(made[2]);
    expect(new Set(made[0] as string[]).size).toBe(2);
  });

  it('write and read dates in Java patterns', async () => {
    expect(await value('dates')).toEqual([true, '2024-11-08T17:05:00Z', '10:00']);
  });
});
