// Any character there is, as a unit of the texts that properties are tried with. fast-check's own `binary` lists all of them first, which
// takes each process a second.
import { type Arbitrary, integer } from 'fast-check';

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

export const anyCharacter: Arbitrary<string> = integer({ min: 0, max: 0x10_ffff })
  .filter((code) => !isHalf(code))
  .map((code) => String.fromCodePoint(code));
