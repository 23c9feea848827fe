import { drawDay } from './draw';
import { ownParts } from './parts';
const [s = 1, asset = '', mode = ''] = [Number(process.argv[2]), process.argv[3], process.argv[4]];
const d = drawDay(ownParts, s);
console.log(JSON.stringify(d.file.tabs.settings), JSON.stringify(d.file.tabs['daily-trades']), JSON.stringify(d.file.tabs.holdings), JSON.stringify(d.file.tabs.etfs));
d.steps.forEach((st, i) => {
  console.log(st.at, st.call, st.status, st.codes.join(), st.complete, JSON.stringify(d.file.steps[i]?.args ?? ''));
  console.log('  I', JSON.stringify(st.intents.filter((r) => r.asset === asset).map((r) => [r.fund, r.side, r.amount, r.version])));
  console.log('  O', JSON.stringify(st.orders.filter((r) => r.asset === asset).map((r) => [r.side, r.broker, r.cap, r.executed, r.share_cap, r.inav, r.version])));
  if (mode) console.log('  F', JSON.stringify(st.executions.filter((r) => r.asset === asset).map((r) => [r.fill_id, r.side, r.quantity, r.price, r.status])));
});
console.log(JSON.stringify(d.units.filter((r) => r.asset === asset).map((r) => [r.fund, r.side, r.units, r.unit_shares])));
console.log(JSON.stringify(d.allocation.filter((r) => r.asset === asset).map((r) => [r.fund, r.side, r.target, r.units, r.shares, r.executed, r.given_back, r.residual])));
