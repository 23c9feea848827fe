import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseCsv, parseRecords } from '../../../src/local/market/csv';

describe('CSV', () => {
  it('reads quotes, doubled quotes, commas, blank fields and line breaks inside quotes', () => {
    expect(parseCsv('\ufeffa,"b ""x"", c",\r\n"two\nlines",,z\n\n')).toEqual([
      ['a', 'b "x", c', ''],
      ['two\nlines', '', 'z'],
    ]);
  });

  it('reads records by header', () => {
    expect(parseRecords('fund,amount\nIpê , 10 \nSó nome')).toEqual([
      { fund: 'Ipê', amount: '10' },
      { fund: 'Só nome', amount: '' },
    ]);
  });

  it('refuses a record with more fields than the header: an amount with an unquoted comma, say', () => {
    expect(() => parseRecords('fund,amount\nIpê,3.000,00')).toThrow('row 2 has 3 fields, the header 2');
  });

  it.each(['a,"b', 'a,b"c', '"a"b,c'])('refuses %p', (text) => {
    expect(() => parseCsv(text)).toThrow('a quote is misplaced or never closed');
  });

  it('reads back whatever is written with every field quoted', () => {
    const rows = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (table) => {
        const text = table
          .map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect(parseCsv(text)).toEqual(table);
      }),
    );
  });
});
