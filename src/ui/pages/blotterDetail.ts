// What stands below a side: its brokers, why it is open again, and its funds.
import type { ShownBroker, ShownSide } from '../doors/blotter';
import { words } from './blotterWords';
import { h } from './dom';
import { bps, heat, percent, priceOf, reais } from './figures';
import { filled, language } from './page';

interface Cell {
  readonly title: string;
  readonly text: string;
  readonly shade?: string;
}

export function detailOf(side: ShownSide, name: string): readonly (HTMLElement | null)[] {
  const { column } = words;
  return [
    side.note === null ? null : h('p', { class: 'reopened' }, side.note),
    side.forOthers === 0
      ? null
      : h(
          'p',
          { class: 'quiet' },
          filled(words.forOthers, { amount: `R$\u00a0${reais(side.forOthers, language)}` }),
        ),
    side.brokers.length === 0
      ? null
      : innerTable(
          filled(words.brokersOf, { asset: name }),
          column.broker,
          side.brokers.map((one) => [one.broker, brokerCells(one)]),
        ),
    side.funds.length === 0
      ? null
      : innerTable(
          filled(words.fundsOf, { asset: name }),
          column.fund,
          side.funds.map((fund) => [
            fund.fund,
            [
              { title: column.target, text: reais(fund.target, language) },
              { title: column.done, text: percent(fund.done, language) },
              { title: column.primary, text: reais(fund.primary, language) },
              { title: column.executed, text: reais(fund.executed, language) },
              { title: column.givenBack, text: reais(fund.givenBack, language) },
              { title: column.open, text: reais(fund.open, language) },
              { title: column.over, text: reais(fund.over, language) },
              { title: column.residualBps, text: bps(fund.residualBps, language) },
            ],
          ]),
        ),
    ...side.funds.map(({ fund, note }) =>
      note === null ? null : h('p', { class: 'reopened' }, `${fund}: ${note}`),
    ),
  ];
}

function brokerCells(one: ShownBroker): readonly Cell[] {
  const { column } = words;
  return [
    { title: column.cap, text: reais(one.cap, language) },
    { title: column.filled, text: reais(one.filled, language) },
    {
      title: column.capLeft,
      text: reais(one.capLeft, language),
      shade: one.capLeft < 0 ? 'heat worse3' : '',
    },
    { title: column.share, text: one.share === null ? '–' : percent(one.share, language) },
    { title: column.averagePrice, text: priceOf(one.averagePrice, language) },
    { title: column.inavBps, text: bps(one.inavBps, language), shade: heat(one.inavBps) },
    { title: column.vwapBps, text: bps(one.vwapBps, language), shade: heat(one.vwapBps) },
    { title: column.lastFill, text: one.lastFill ?? '–' },
    {
      title: column.version,
      text: filled(words.issued, { version: String(one.version), time: one.issuedAt }),
    },
  ];
}

function innerTable(
  caption: string,
  first: string,
  rows: readonly (readonly [name: string, cells: readonly Cell[]])[],
): HTMLElement {
  const titles = rows[0]?.[1].map(({ title }) => title) ?? [];
  return h(
    'table',
    { class: 'inner' },
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, ...[first, ...titles].map((title) => h('th', { scope: 'col' }, title)))),
    h(
      'tbody',
      {},
      ...rows.map(([name, cells]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row', title: name }, name),
          ...cells.map(({ text, shade = '' }) => h('td', { class: shade }, text)),
        ),
      ),
    ),
  );
}
