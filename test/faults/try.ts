import { OPERATIONS } from './operations/index';
import { installPlatform, openBench, sampleDays, ways } from './crashes';
const p = installPlatform();
const reach = sampleDays(p);
const only = process.argv[2]; const stride = Number(process.argv[3] ?? 1);
for (const [door, cases] of Object.entries(OPERATIONS)) for (const c of cases) {
  if (only && only !== 'all' && door !== only) continue;
  const t0 = performance.now();
  try {
    const bench = openBench(p, reach, c);
    const count = { 'as undisturbed': 0, asked: 0, wrong: 0 };
    const shownWhy = new Set<string>();
    for (let call = 1 + Math.floor(stride/2); call <= bench.calls; call += stride) for (const way of ways) {
      const came = bench.try({ call, way });
      count[came.end]++;
      if (came.end === 'wrong') { const k = way + came.why[0]?.slice(0,60); if (!shownWhy.has(k) && shownWhy.size < 12) { shownWhy.add(k); console.log('   ', call, came.struck, way, came.why.map(w=>w.slice(0,300)).join('\n        ')); } }
    }
    console.log(door, '/', c.name, bench.calls, JSON.stringify(count), ((performance.now()-t0)/1000).toFixed(1)+'s');
  } catch (e) { console.log(door, '/', c.name, 'FAILED', e instanceof Error ? e.message.slice(0,500) : e); }
}
