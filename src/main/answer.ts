// How every function of the spreadsheet answers: with the desk as it is at that call, in its language.
import { followStatus } from '../desk/look/statusChart';
import { drawCharts } from '../google/charts';
import { createServices } from '../google/services';
import { doors } from '../ui/doors/answering';

export const { bookLook, lookOrDefault, answering, printing, changing, running } = doors(
  createServices,
  (services) => followStatus(services, drawCharts),
);
