// The end-of-day report when somebody asks for it: made again as things are known now, official NAV included, and put where it lies.
// It writes no mail: that went with the allocation.
import { endOfDayReport } from '../../stages/stages';
import type { RunReport } from '../log/report';
import { apply } from '../run/runner';
import type { Services } from '../services';

export interface MadeReport {
  readonly run: RunReport;
  /** The document; null where there is none to show. */
  readonly html: string | null;
}

export function makeReport(services: Services): MadeReport {
  let html: string | null = null;
  const files: Services['files'] = {
    save(file) {
      // Of several documents the first, with the desk's own part: the run says where all of them lie.
      if (file.isLinked && file.madeOf === undefined) html ??= file.content;
      return services.files.save(file);
    },
  };
  const run = apply({ ...services, files }, endOfDayReport());
  return { run, html };
}
