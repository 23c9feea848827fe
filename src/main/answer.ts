// The wrappers that every exported function is made with (src/ui/doors/answering.ts explains each), bound to Google's services.
import { followStatus } from '../desk/status/statusChart';
import { drawCharts } from '../google/charts';
import { createServices } from '../google/services';
import { doors } from '../ui/doors/answering';

export const { bookLook, lookOrDefault, answering, printing, changing, running } = doors(
  createServices,
  (services) => followStatus(services, drawCharts),
);
