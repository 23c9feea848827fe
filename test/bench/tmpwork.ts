import { solvePrimaryCost, WORK_A_SECOND } from '../../src/solver';
import { chanceOf } from '../solver/seeded';
import { cashDay, halfDay } from './days';

const small = cashDay(chanceOf(1), 8, 3);
for (let i = 0; i < 20; i++) solvePrimaryCost(small);
for (const [funds, etfs] of [
  [20, 9],
  [50, 9],
  [100, 9],
  [200, 9],
  [50, 30],
] as const) {
  const day = halfDay(chanceOf(4001), funds, etfs);
  for (const given of [1, 5]) {
    const start = process.cpuUsage();
    const w = performance.now();
    const a = solvePrimaryCost(day, { work: given * WORK_A_SECOND });
    const { user } = process.cpuUsage(start);
    console.log(
      funds,
      etfs,
      given,
      a.end,
      'user',
      (user / 1e6).toFixed(2),
      'wall',
      ((performance.now() - w) / 1000).toFixed(1),
      'rate',
      ((given * WORK_A_SECOND) / (user / 1e6)).toExponential(2),
      'gap',
      ((100 * a.gap) / a.objective).toFixed(4),
    );
  }
}
