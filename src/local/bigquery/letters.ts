// Letters whose capital or small form is not one letter, depends on its place, or is newer than DuckDB's tables: code
// points as hexadecimal ranges, found by comparing DuckDB with Unicode 17 one by one.
const CAPITALS =
  'df 149 19b 1f0 264 390 3b0 587 1c8a 1e96-1e9a 1f50 1f52 1f54 1f56 1f80-1faf 1fb2-1fb4 1fb6-1fb7 1fbc 1fc2-1fc4 1fc6-1fc7 1fcc 1fd2-1fd3 1fd6-1fd7 1fe2-1fe4 1fe6-1fe7 1ff2-1ff4 1ff6-1ff7 1ffc a7cd a7cf a7d3 a7d5 a7db fb00-fb06 fb13-fb17 10d70-10d85 16ebb-16ed3';
// 3a3, the sigma, is another letter at the end of a word.
const SMALL = '130 3a3 1c89 a7cb-a7cc a7ce a7d2 a7d4 a7da a7dc 10d50-10d65 16ea0-16eb8';

const character = (hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16));

/** What stands between the brackets of a regular expression. */
const inBrackets = (ranges: string): string =>
  ranges
    .split(' ')
    .map((range) => range.split('-').map(character).join('-'))
    .join('');

export const UPPER_OTHERWISE = inBrackets(CAPITALS);
export const LOWER_OTHERWISE = inBrackets(SMALL);
