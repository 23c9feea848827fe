// What the spreadsheet can call, by who calls it: Apps Script finds functions by name at the top level only, so the bundler makes one of
// every name that is exported here. The doors of the house: what comes in is checked, every sentence that goes out is printed.

export * from './main/day';
export * from './main/menu';
export * from './main/pages';
export * from './main/triggers';
export * from './main/upkeep';
