// A second desk at the very point of the first: what happens to one does not touch the other.
import { type MemoryDesk, memoryDesk } from './memoryDesk';

export function copyDesk(desk: MemoryDesk): MemoryDesk {
  const copy = memoryDesk();
  copy.book.tabs.clear();
  for (const [tab, grid] of desk.book.tabs)
    copy.book.tabs.set(
      tab,
      grid.map((row) => [...row]),
    );
  for (const [key, value] of desk.properties) copy.properties.set(key, value);
  copy.mails.push(...desk.mails);
  for (const [table, rows] of desk.rows) copy.rows.set(table, new Map(rows));
  for (const [runId, stage] of desk.runs) copy.runs.set(runId, stage);
  copy.runLog.push(...desk.runLog);
  for (const [name, content] of desk.files) copy.files.set(name, content);
  Object.assign(copy.world, desk.world);
  return copy;
}
