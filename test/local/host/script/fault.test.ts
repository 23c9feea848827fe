// Which service call a fault strikes.
import { describe, expect, it } from '@jest/globals';
import { openFault, serviceOf } from '../../../../src/local/host/script/fault';

const METHODS = [
  'Lock.tryLock',
  'Sheet.getRange',
  'MailApp.sendEmail',
  'Range.setValues',
  'MailApp.sendEmail',
];

describe('a fault', () => {
  it('strikes the n-th call, once', () => {
    const strikes = openFault({ call: 3, how: 'throw' });
    expect(
      [...METHODS, ...METHODS].map(strikes).flatMap((how, i) => (how === null ? [] : [[i, how]])),
    ).toEqual([[2, 'throw']]);
  });

  it('counts the calls of its service only', () => {
    const strikes = openFault({ call: 2, how: 'kill-after', service: 'MailApp' });
    expect(METHODS.map(strikes)).toEqual([null, null, null, null, 'kill-after']);
  });

  it('strikes nothing where none is asked for', () => {
    expect(METHODS.map(openFault(undefined))).toEqual(METHODS.map(() => null));
  });

  it('counts by the service that Apps Script names', () => {
    expect(
      [
        'Range.setValues',
        'Sheet.getName',
        'Properties.getProperty',
        'Lock.tryLock',
        'BigQuery.Jobs.query',
      ].map(serviceOf),
    ).toEqual(['SpreadsheetApp', 'SpreadsheetApp', 'PropertiesService', 'LockService', 'BigQuery']);
  });
});
