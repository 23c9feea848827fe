import { askedIsWanted, reviewsOf } from './audit/asked';
import { drawDay } from './draw';
import { ownParts } from './parts';

const [from, n] = process.argv.slice(2).map(Number);
let asked = 0,
  none = 0,
  broken = 0;
for (let seed = from; seed < from + n; seed += 1) {
  const trace = drawDay(ownParts, seed);
  for (const at of reviewsOf(trace)) {
    const found = askedIsWanted(ownParts, trace, at);
    if (found === null) none += 1;
    else asked += 1;
    if ((found ?? []).length > 0) {
      broken += 1;
      console.log(seed, at, found?.slice(0, 3).join('\n   '));
    }
  }
}
console.log({ asked, none, broken });
