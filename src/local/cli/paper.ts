// Which tabs of the day are worth paper, and how far to the right: what the file of the workbook prints on twelve pages.
import type { Paper, Picture } from '../host';
import { chartPicture } from '../page';

/**
 * The day as it was asked for, worked and allocated, each with the last column that is read on paper. Rows of other systems,
 * settings, what the desk keeps for itself and what is about other days stay on the screen: they are long, or the same tomorrow.
 */
const TABS: Readonly<Record<string, string>> = {
  'daily-trades': '',
  blotter: 'last_fill',
  status: 'given_back',
  charts: '',
  orders: 'do_not_cross',
  'offshore-orders': '',
  'primary-requests': 'residual_bps',
  adjustments: '',
  'adjustment-orders': '',
  allocation: 'residual_bps',
  log: '',
};

interface Pictures {
  png(svg: string, size: { readonly width: number; readonly height: number }): Promise<Uint8Array>;
}

/** @param language what the pictures speak, such as pt-BR */
export const paperOf = (pictures: Pictures, language: () => Promise<string>): Paper => ({
  tabs: TABS,
  async picture(chart, tables): Promise<Picture> {
    const { svg, width, height } = chartPicture(chart, tables, await language());
    try {
      return { png: await pictures.png(svg, { width, height }), width, height };
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) };
    }
  },
});
