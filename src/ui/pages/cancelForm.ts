// Before orders are cancelled: which, and why. A part that is left open means all of them.
import type { StageRequest } from '../../stages/stages';
import type { CancelChoices } from '../doors/cancel';
import { button, show } from './dialog';
import { h } from './dom';
import { words } from './previewWords';
import { close } from './script';

type Choice = { readonly value: string; readonly label: string };

const named = (value: string): Choice => ({ value, label: value });

function field(id: string, label: string, control: HTMLElement): HTMLElement {
  return h('div', { class: 'field' }, h('label', { for: id }, label), control);
}

function select(id: string, chosen: string, all: string, choices: readonly Choice[]): HTMLSelectElement {
  const control = h(
    'select',
    { id },
    ...[{ value: '', label: all }, ...choices].map(({ value, label }) => h('option', { value }, label)),
  );
  control.value = chosen;
  return control;
}

/** @param look shows what the request would do */
export function askWhatToCancel(
  title: string,
  { assets, funds, brokers }: CancelChoices,
  request: StageRequest,
  look: (request: StageRequest) => void,
): void {
  const { scope } = words;
  const asset = select('cancel-asset', request.asset ?? '', scope.allAssets, assets.map(named));
  const fund = select(
    'cancel-fund',
    request.cnpj ?? '',
    scope.allFunds,
    funds.map(({ cnpj, fund: name }) => ({ value: cnpj, label: `${name} · ${cnpj}` })),
  );
  const side = select('cancel-side', request.side ?? '', scope.bothSides, [
    { value: 'BUY', label: words.side.BUY },
    { value: 'SELL', label: words.side.SELL },
  ]);
  const broker = select('cancel-broker', request.broker ?? '', scope.allBrokers, brokers.map(named));
  const reason = h('input', {
    type: 'text',
    id: 'cancel-reason',
    maxlength: 200,
    value: request.reason ?? '',
    'aria-describedby': 'cancel-help',
  });
  // A broker works an ETF for all funds together.
  broker.addEventListener('change', () => {
    fund.disabled = broker.value !== '';
    if (fund.disabled) fund.value = '';
  });
  const go = (): void =>
    look({
      stage: 'cancel',
      asset: asset.value,
      cnpj: fund.value,
      side: side.value,
      broker: broker.value,
      reason: reason.value,
    });
  show({
    title,
    content: [
      h('p', { id: 'cancel-help' }, scope.help),
      h(
        'div',
        { class: 'fields' },
        field('cancel-asset', scope.asset, asset),
        field('cancel-side', scope.side, side),
        field('cancel-fund', scope.fund, fund),
        field('cancel-broker', scope.broker, broker),
      ),
      field('cancel-reason', scope.reason, reason),
      h('p', { class: 'quiet' }, scope.brokerHelp),
    ],
    // “Cancel” is what the other button is about.
    actions: [button(words.close, close), button(scope.look, go, true)],
  });
}
