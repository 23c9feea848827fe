// Midday beside its plan: other settings to compare it with, and the units of one fund set by hand.

import type { PrintedTable } from '../../desk/log/printedTable';
import type { StageRequest } from '../../stages/stages';
import { decisionTable } from './decisionTable';
import { working } from './dialog';
import { fill, h } from './dom';
import { words } from './previewWords';
import { ask, reasonOf } from './script';

/** Planned on demand: each alternative is a whole plan. */
export function comparisonBox(request: StageRequest): HTMLElement {
  const { whatIf: says } = words;
  const box = h('div', { class: 'what-if' });
  const compare = async (): Promise<void> => {
    try {
      const tables = await working(says.waiting, () => ask('compareSettings', request));
      if (tables === null) return;
      fill(box, ...tables.map((table) => decisionTable(table)), h('p', { class: 'quiet' }, says.help));
      box.querySelector<HTMLElement>('.scroll')?.focus();
    } catch (error) {
      fill(box, start, h('p', { class: 'notice bad', role: 'alert' }, reasonOf(error)));
    }
  };
  const start = h('button', { type: 'button', click: () => void compare() }, says.open);
  fill(box, start);
  return box;
}

/** @param changed looks at the plan again */
export function unitsForm(tables: readonly PrintedTable[], changed: () => void): HTMLElement | null {
  const { units: says } = words;
  const rows = tables.flatMap((table) => table.rows).filter(({ of }) => Boolean(of));
  if (rows.every(({ of }) => typeof of?.whyNone === 'string')) return null;
  const first = rows.findIndex(({ of }) => of?.whyNone === null);
  const which = h(
    'select',
    { id: 'units-of' },
    ...rows.map(({ cells: [fund, etf], of }, at) => {
      const side = of ? words.side[of.side] : '';
      const why = of?.whyNone ?? null;
      const parts = [fund?.text, etf?.text, side, of?.units, ...(why === null ? [] : [why])];
      return h('option', { value: at, disabled: why !== null, selected: at === first }, parts.join(' · '));
    }),
  );
  const units = h('input', { type: 'number', id: 'units-wanted', min: 0, step: 1, inputmode: 'numeric' });
  const reason = h('input', { type: 'text', id: 'units-reason', maxlength: 200 });
  const refused = h('p', { role: 'alert', class: 'notice bad', hidden: true });
  const send = async (wanted: number | null): Promise<void> => {
    const of = rows[Number(which.value)]?.of;
    if (!of) return;
    const { cnpj, asset, side } = of;
    try {
      const said = await working(
        says.waiting,
        () => ask('overrideUnits', { cnpj, asset, side, units: wanted, reason: reason.value }),
        false,
      );
      if (said !== null) changed();
    } catch (error) {
      refused.hidden = false;
      refused.textContent = reasonOf(error);
    }
  };
  const use = (): void => {
    if (units.value.trim() === '') units.focus();
    else void send(Number(units.value));
  };
  return h(
    'details',
    { class: 'by-hand' },
    h('summary', {}, says.open),
    h('p', { class: 'quiet' }, says.help),
    h(
      'div',
      { class: 'fields' },
      field(says.which, which),
      field(says.units, units),
      field(says.reason, reason),
      h(
        'div',
        { class: 'field ends' },
        h('button', { type: 'button', click: use }, says.use),
        h('button', { type: 'button', click: () => void send(null) }, says.drop),
      ),
    ),
    refused,
  );
}

const field = (label: string, control: HTMLElement): HTMLElement =>
  h('div', { class: 'field' }, h('label', { for: control.id }, label), control);
