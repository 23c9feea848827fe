// A platform that behaves otherwise than the desk counts on, one way at a time: a file of script that stands beside the bundle and
// bends what a service's method takes or answers.

/** By the item of the self-test that has to notice: methods, each with a function of the call itself, its arguments and its object. */
const BENDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'plain-text': {
    setValues:
      "function (call, args) { return call(args[0].map(function (row) { return row.map(function (cell) { return typeof cell === 'string' ? cell.replace(/^'/, '') : cell; }); })); }",
  },
  'plain-text kept': {
    setValues:
      "function (call, args) { return call(args[0].map(function (row) { return row.map(function (cell) { return typeof cell === 'string' ? cell.replace(/^'/, \"''\") : cell; }); })); }",
  },
  'packed-text': {
    setValues:
      "function (call, args) { return call(args[0].map(function (row) { return row.map(function (cell) { return typeof cell === 'string' ? cell.slice(0, 49999) : cell; }); })); }",
  },
  formats: {
    getDisplayValues:
      "function (call) { return call().map(function (row) { return row.map(function (cell) { return cell.replace(/[.]/g, ' '); }); }); }",
  },
  minutes: {
    getValues:
      'function (call) { return call().map(function (row) { return row.map(function (cell) { return Object.prototype.toString.call(cell) === "[object Date]" ? new Date(cell.getTime() - 1) : cell; }); }); }',
  },
  'cell-limit': { setValue: 'function (call, args) { return call(args[0].slice(0, 50000)); }' },
  dropdown: {
    setValues: 'function (call, args) { try { return call(args[0]); } catch (refused) { return null; } }',
  },
  chart: { getCharts: 'function () { return []; }' },
  'sheets-service': {
    batchUpdate:
      'function (call, args) { try { return call(args[0], args[1]); } catch (refused) { return call({ requests: args[0].requests.slice(0, 1) }, args[1]); } }',
  },
  merge: {
    query:
      'function (call, args) { return /^MERGE/.test(args[0].query) ? { jobComplete: true } : call(args[0], args[1]); }',
  },
  view: {
    query:
      "function (call, args) { if (/QUALIFY/.test(args[0].query)) throw new Error('QUALIFY is not known here'); return call(args[0], args[1]); }",
  },
  drive: {
    get: "function (call, args) { try { return call(args[0], args[1]); } catch (missing) { throw new Error('There is no such item.'); } }",
  },
  'mail-190': { sendEmail: "function () { throw new Error('Limit Exceeded: Email Body Size.'); }" },
  'mail-390': { sendEmail: "function () { throw new Error('Too much of it.'); }" },
  property: {
    getProperty: 'function (call, args) { var kept = call(args[0]); return kept && kept.slice(0, 8192); }',
  },
  'dead-host': { fetchAll: 'function () { return [{ getResponseCode: function () { return 502; } }]; }' },
  template: {
    getContent: "function (call) { return call().replace(/&lt;/g, '<'); }",
  },
  overview: { getProjectTriggers: "function () { throw new Error('no triggers today'); }" },
};

export const BENT_ITEMS: readonly string[] = Object.keys(BENDS);

/** `bentSelfTest(item, wish)` runs the self-test of that item on a platform that is bent for it. */
export const BENT_PLATFORM = `
var BENDS = {${Object.entries(BENDS)
  .map(
    ([item, methods]) =>
      `${JSON.stringify(item)}: {${Object.entries(methods)
        .map(([name, body]) => `${name}: ${body}`)
        .join(', ')}}`,
  )
  .join(',\n')}};
function bentSelfTest(item, wish) {
  var real = new WeakMap();
  var isObject = function (x) { return x !== null && typeof x === 'object' && Object.prototype.toString.call(x) !== '[object Date]'; };
  var raw = function (x) { return Array.isArray(x) ? x.map(raw) : isObject(x) && real.has(x) ? real.get(x) : x; };
  var bent = function (x) {
    if (Array.isArray(x)) return x.map(bent);
    if (!isObject(x)) return x;
    var seen = new Proxy(x, {
      get: function (target, name) {
        var member = target[name];
        if (typeof name !== 'string' || typeof member !== 'function') return bent(member);
        return function () {
          var args = Array.prototype.map.call(arguments, raw);
          var call = function () { return member.apply(target, arguments); };
          var bend = BENDS[item][name];
          return bent(bend ? bend(call, args) : member.apply(target, args));
        };
      }
    });
    real.set(seen, x);
    return seen;
  };
  ['ScriptApp', 'SpreadsheetApp', 'BigQuery', 'Drive', 'Sheets', 'MailApp', 'PropertiesService', 'UrlFetchApp', 'HtmlService', 'Utilities'].forEach(function (name) {
    globalThis[name] = bent(globalThis[name]);
  });
  return selfTest(wish);
}
`;
