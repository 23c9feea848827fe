import { describe, expect, it } from '@jest/globals';
import { pickFields } from '../../../../src/local/host/drive/fields';
import { parseDriveQuery } from '../../../../src/local/host/drive/query';
import { diskName } from '../../../../src/local/host/drive/store';

describe('a Drive query', () => {
  it('is a list of conditions', () => {
    const query = "'f-1' in parents and name = 'XP\\'s file' and mimeType != 'text/csv' and trashed = false";
    expect(parseDriveQuery(query)).toEqual([
      { field: 'parents', value: 'f-1' },
      { field: 'name', equals: true, value: "XP's file" },
      { field: 'mimeType', equals: false, value: 'text/csv' },
      { field: 'trashed', value: false },
    ]);
    expect(parseDriveQuery('')).toEqual([]);
  });

  it.each(["name contains 'a'", "name = 'a' or name = 'b'", "name = 'a", 'fullText', "not name = 'a'"])(
    'that asks for more is refused: %s',
    (query) => {
      expect(() => parseDriveQuery(query)).toThrow('not implemented locally: the Drive query');
    },
  );
});

describe('the fields of a Drive answer', () => {
  const answer = {
    kind: 'drive#fileList',
    files: [{ id: '1', name: 'a', trashed: false }],
    nextPageToken: '2',
  };

  it('are those asked for, also of each file of a list', () => {
    expect(pickFields(answer, 'files(id,name)')).toEqual({ files: [{ id: '1', name: 'a' }] });
    expect(pickFields(answer, 'nextPageToken, files(id), kind')).toEqual({
      nextPageToken: '2',
      files: [{ id: '1' }],
      kind: 'drive#fileList',
    });
    expect(pickFields(answer, '*')).toEqual(answer);
  });

  it('are refused in a form that is not understood', () => {
    expect(() => pickFields(answer, 'files/id')).toThrow('not implemented locally');
  });
});

describe('a name on disk', () => {
  it.each([
    ['../../etc/passwd', '__.._etc_passwd'],
    ['aloc_trading_2024-11-08.csv', 'aloc_trading_2024-11-08.csv'],
    ['XP: Corretora/1', 'XP_ Corretora_1'],
    ['..', '_'],
    ['', '_'],
  ])('never leaves its folder: "%s" becomes "%s"', (name, safe) => {
    expect(diskName(name)).toBe(safe);
  });
});
