// What leaves the desk where orders begin, change or end: whoever changes them, from the morning to a cancellation.
import type { Intent } from '../../domain/trade';
import { frozenIntents } from '../../sheets/tabs';
import { saveRows } from '../../sheets/warehouse';
import type { OffshoreNews } from '../outcome/offshore';
import type { Outcome } from '../outcome/outcome';
import type { Worked } from './instructions';

/** @param changed intents that are another version than before @param work what they entail at the brokers */
export const toldOrders = (
  changed: readonly Intent[],
  work: Pick<Worked, 'brokerBooks' | 'rows' | 'mails'>,
  abroad: Pick<OffshoreNews, 'rows' | 'mails'>,
): Pick<Outcome, 'brokerBooks' | 'rows' | 'mails'> => ({
  brokerBooks: work.brokerBooks,
  rows: [
    ...(changed.length > 0 ? [saveRows('order_intents', frozenIntents, changed)] : []),
    ...work.rows,
    ...abroad.rows,
  ],
  mails: [...work.mails, ...abroad.mails],
});
