import { expect } from '@jest/globals';
import type { ScenarioResult } from '../../src/local/cli/scenarioPlay';
import { statuses } from './statuses';

export const shows =
  'fills by number, time and price in a file that opens in Brazil; one average a block; 200 shares that nobody may take are no fund’s; D+2; two residuals with two names';

export function expected(result: ScenarioResult): void {
  expect(statuses(result)).toEqual(['applied', 'applied', 'applied', 'applied']);
  const mail = (to: string) => result.mails.filter(({ to: all }) => all.includes(to)).at(-1);
  const file = mail('mesa@aurora.example')?.attachments[0]?.text ?? '';
  expect(
    file.startsWith(
      '\uFEFFtrade_date;asset;side;asset_amount;exchange_code;fund;cnpj;average_price;fill_id;',
    ),
  ).toBe(true);
  expect(file).toMatch(/;62,40000000;F1;2024-11-08T11:00:00;62,40000000;fill;\d+,\d\d;0,00;2024-11-12;\n/);
  const block = mail('desk@meridian.example')?.attachments[0]?.text.split('\n').slice(1, -1) ?? [];
  // 15,000 at 62.39 and 4,000 at 62.46.
  expect(new Set(block.map((row) => row.split(',')[7]))).toEqual(new Set(['62.40473684']));
  expect(new Set(block.map((row) => row.split(',')[11]))).toEqual(new Set(['block']));
  expect(block.reduce((sum, row) => sum + Number(row.split(',')[12]), 0)).toBeCloseTo(1_185_690, 2);

  expect(result.tabs['broker-orders']?.some(({ fund, cnpj }) => cnpj === null || fund === 'NO FUND')).toBe(
    false,
  );
  expect(result.tabs.allocation?.filter(({ cnpj }) => cnpj === null)).toMatchObject([
    { side: 'SELL', shares: 200 },
  ]);
  expect(mail('mesa@aurora.example')?.text).toContain('200 cotas de HASH11 (venda)');
  expect(mail('traders@desk.example')?.text).toContain('200 shares of SELL HASH11 fit no fund');
  expect(result.day).toMatchObject({ status: 'PENDING' });

  for (const tab of ['orders', 'primary-requests', 'allocation', 'broker-orders'])
    expect([tab, ...new Set(result.tabs[tab]?.map((row) => row.settlement_date))]).toEqual([
      tab,
      '2024-11-12',
    ]);
  for (const row of [...(result.tabs.status ?? []), ...(result.tabs.allocation ?? [])]) {
    const left = Number(row.target) - Number(row.executed) + Number(row.given_back);
    expect(left - Number(row.primary)).toBeCloseTo(Number(row.residual), 2);
    if (row.residual_at_nav !== null)
      expect(left - Number(row.primary_at_nav)).toBeCloseTo(Number(row.residual_at_nav), 2);
  }
  expect(result.tabs.status?.every(({ residual_at_nav }) => residual_at_nav !== null)).toBe(true);
}
