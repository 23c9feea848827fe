// What one reader looks at in a book: the tab before them, and what they have selected in each. Nobody else's looks change it.
import type { Area } from './a1';

/** A tab, and what is selected in it; null = as it was. */
export interface Sight {
  readonly sheet: string;
  readonly area: Area | null;
}

/** Somebody in front of a screen. */
export interface Reader {
  /** Is asked by a script to look at this, in the book of that id. */
  look(book: string, sight: Sight): void;
}

export class Looking {
  #tab: string | null = null;
  readonly #selected = new Map<string, Area>();

  /** The id of the tab; null = none was chosen yet. */
  get tab(): string | null {
    return this.#tab;
  }

  /** Of a tab; its first cell at first. */
  selected(tab: string): Area {
    return this.#selected.get(tab) ?? { row: 1, column: 1, rows: 1, columns: 1 };
  }

  at({ sheet, area }: Sight): void {
    this.#tab = sheet;
    if (area !== null) this.#selected.set(sheet, area);
  }
}
