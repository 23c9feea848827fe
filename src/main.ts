// Every function that the spreadsheet can call, one file for each kind of caller. Apps Script finds functions by their name at the top
// level of the script only, so the bundler makes such a function of every name that is exported here. These are the doors of the house:
// arguments are checked on the way in, and messages become text in the desk's language on the way out.

export * from './main/day';
export * from './main/menu';
export * from './main/pages';
export * from './main/triggers';
export * from './main/upkeep';
