// The same examples on every machine: properties are drawn from one seed. FC_SEED=random looks for new ones.
import { configureGlobal } from 'fast-check';

const wanted = process.env.FC_SEED;
if (wanted !== 'random') configureGlobal({ seed: Number(wanted ?? 20241108) });
