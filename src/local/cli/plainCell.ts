// A cell as plain data, whoever reads it.
import { saoPauloStamp } from '../host';

/** Dates and times as a São Paulo wall shows them: 2024-11-08, 2024-11-08T10:15:00, 13:30. */
export function plainCell(cell: string | number | boolean | Date): string | number | boolean | null {
  if (!(cell instanceof Date)) return cell === '' ? null : cell;
  const stamp = saoPauloStamp(cell.getTime());
  const [day = '', time = ''] = stamp.split('T');
  if (day === '1899-12-30') return time.endsWith(':00') ? time.slice(0, 5) : time;
  return time === '00:00:00' ? day : stamp;
}
