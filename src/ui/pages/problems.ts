// Problems as a list; one that names a cell is a button that goes there.
import type { PrintedProblem } from '../../desk/run/report';
import { announce, h } from './dom';
import { language, words } from './page';
import { say } from './said';
import { ask, reasonOf } from './script';

export interface Located {
  /** `daily-trades!E7`; null when the problem is nobody's cell. */
  readonly place: { readonly tab: string; readonly cell: string } | null;
  readonly text: string;
}

export function locate({ tab, cell, text }: PrintedProblem): Located {
  if (tab === null) return { place: null, text };
  return cell === null ? { place: null, text: `${tab}: ${text}` } : { place: { tab, cell }, text };
}

/** Reads the place back from a printed problem: reports carry sentences only. */
export function locatePrinted(printed: string): Located {
  const [, tab, cell, text] = /^([\w-]+)!([A-Z]{1,3}\d+): ([\s\S]*)$/.exec(printed) ?? [];
  return tab !== undefined && cell !== undefined && text !== undefined
    ? { place: { tab, cell }, text }
    : { place: null, text: printed };
}

/** @param spoken whether they are in the page's language already, as the log is */
export function problemList(
  problems: readonly Located[],
  kind: 'errors' | 'warnings',
  spoken = false,
): HTMLUListElement {
  const items = problems.map(({ place, text }) => {
    const said = say(text, language);
    const lang = spoken || said.language === language ? false : said.language;
    return h('li', {}, place && jumpButton(place), h('span', { lang }, unbroken(said.text)));
  });
  return h('ul', { class: `problems ${kind}` }, ...items);
}

/** No line ends between R$ and its amount. */
const unbroken = (text: string): string => text.replace(/R\$ /g, 'R$\u00a0');

function jumpButton({ tab, cell }: { readonly tab: string; readonly cell: string }): HTMLButtonElement {
  const place = `${tab}!${cell}`;
  const jump = async (): Promise<void> => {
    try {
      await ask('jumpTo', tab, cell);
      announce(words.jump.done(place));
    } catch (error) {
      announce(reasonOf(error));
    }
  };
  return h(
    'button',
    { type: 'button', class: 'jump', 'aria-label': words.jump.label(place), click: jump },
    place,
  );
}
