// The desk's views on the local warehouse: one day of two funds, with every figure to check by hand.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPastBench, type PastBench, type SqlRow } from './pastBench';

describe('a day to check by hand', () => {
  let bench: PastBench;
  const trade_date = '2024-11-08';
  const run = (run_id: string, stage: string, scope: string, time: string): SqlRow => ({
    run_id,
    row_key: 'runs/000001',
    trade_date,
    stage,
    scope,
    run_at: `${trade_date}T${time}`,
    run_user: 'ana@desk.example',
  });
  const rowsOf = (run_id: string, rows: readonly SqlRow[]): readonly SqlRow[] =>
    rows.map((row, i) => ({ run_id, row_key: `r/${i}`, trade_date, ...row }));
  const hash11 = { asset: 'HASH11', side: 'BUY' };
  const requested = (asset: string, cnpj: string, units: number): SqlRow => ({
    asset,
    cnpj,
    units,
    side: 'BUY',
    fund: `Fund ${cnpj}`,
    unit_shares: 1000,
    unit_value: '62300',
  });
  const intent = (cnpj: string, amount: string, version: number, approved_by: string): SqlRow => ({
    ...hash11,
    cnpj,
    amount,
    version,
    strategy: 'SimpleOrder',
    approved_by,
  });
  const fillRow = (
    fill_id: string,
    broker: string,
    quantity: number,
    price: string,
    time: string | null,
  ) => ({
    ...hash11,
    fill_id,
    broker,
    quantity,
    price,
    time: time === null ? null : `${trade_date}T${time}`,
    status: 'EXECUTED',
  });

  beforeAll(async () => {
    bench = await openPastBench();
    await bench.add('runs', [
      run('initial', 'initial', 'all', '10:15:00'),
      run('amend', 'amend', 'all', '11:00:00'),
      run('nasdaq', 'primary', 'nasdaq', '13:00:00'),
      run('nasdaq-2', 'primary', 'nasdaq', '13:30:00'),
      run('all', 'primary', 'all', '14:00:00'),
      run('final-1', 'final', 'all', '18:35:00'),
      run('final-2', 'final', 'all', '19:10:00'),
    ]);
    await bench.add('order_intents', [
      ...rowsOf('initial', [intent('1', '900000', 1, 'ana'), intent('2', '500000', 1, 'ana')]),
      ...rowsOf('amend', [intent('1', '1000000', 2, 'bia')]),
      ...rowsOf('never', [intent('2', '1', 3, 'nobody')]),
    ]);
    const told = { ...hash11, broker: 'Alfa' };
    await bench.add('instructions', [
      ...rowsOf('initial', [{ ...told, version: 1, inav: '62.5', issued_at: `${trade_date}T10:15:00` }]),
      ...rowsOf('nasdaq', [{ ...told, version: 2, inav: '62.0', issued_at: `${trade_date}T13:00:00` }]),
      ...rowsOf('never', [{ ...told, version: 3, inav: '1', issued_at: `${trade_date}T13:30:00` }]),
    ]);
    await bench.add('primary_request_rows', [
      ...rowsOf('nasdaq', [
        requested('HASH11', '1', 2),
        requested('HASH11', '2', 0),
        requested('BITH11', '1', 1),
      ]),
      ...rowsOf('nasdaq-2', [requested('ETHE11', '2', 4)]),
      ...rowsOf('all', [requested('DEFI11', '1', 3)]),
      ...rowsOf('never', [requested('HASH11', '1', 9)]),
    ]);
    const quote = { asset: 'HASH11', inav: '62.5', shares_per_unit: 1000, official_nav: '62.6' };
    await bench.add('quotes', [...rowsOf('final-1', [quote]), ...rowsOf('final-2', [quote])]);
    await bench.add('fills', [
      ...rowsOf('final-1', [fillRow('f1', 'Alfa', 1, '9', '11:00:00')]),
      ...rowsOf('final-2', [
        fillRow('f1', 'Alfa', 1000, '62.75', '12:59:59'),
        fillRow('f2', 'Alfa', 3000, '62.31', '13:00:00'),
        fillRow('f3', 'Alfa', 1000, '62.5', null),
        fillRow('f4', 'Beta', 1000, '62.25', '15:00:00'),
        { ...fillRow('f5', 'Beta', 7, '1', '15:00:00'), status: 'BUSTED' },
      ]),
    ]);
    // Fund 1 takes a unit and 3,000 shares, fund 2 shares alone and gives 100 back; both at the market's 62.4.
    const got = { ...hash11, average_price: '62.4' };
    await bench.add('allocation_rows', [
      ...rowsOf('final-1', [
        { ...got, cnpj: '1', fund: 'One', target: '1', units: 0, primary: '0', shares: 1, residual: '9' },
      ]),
      ...rowsOf('final-2', [
        {
          ...got,
          cnpj: '1',
          fund: 'One',
          target: '250000',
          units: 1,
          primary: '62500',
          shares: 3000,
          residual: '300',
        },
        {
          ...got,
          cnpj: '2',
          fund: 'Two',
          target: '180000',
          units: 0,
          primary: '0',
          shares: 3000,
          residual: '-7200',
          given_back: '6240',
        },
        {
          ...got,
          side: 'SELL',
          cnpj: '2',
          fund: 'Two',
          target: '0',
          units: 0,
          primary: '0',
          shares: 100,
          residual: '0',
        },
        {
          ...got,
          cnpj: null,
          fund: 'NO FUND',
          target: '0',
          units: 0,
          primary: '0',
          shares: 5,
          residual: '0',
        },
      ]),
    ]);
    const line = (fill_id: string, cnpj: string | null, shares: number, price: string, broker = 'Alfa') => ({
      ...hash11,
      ...{ fill_id, cnpj, shares, price, broker },
    });
    await bench.add('allocation_lines', [
      ...rowsOf('final-1', [line('f1', '1', 1, '9')]),
      ...rowsOf('final-2', [
        line('f1', '1', 1000, '62.75'),
        line('f2', '1', 2000, '62.31'),
        line('f2', '2', 1000, '62.31'),
        line('f3', '2', 1000, '62.5'),
        line('f4', '2', 995, '62.25', 'Beta'),
        line('f4', null, 5, '62.25', 'Beta'),
      ]),
    ]);
    const order = { asset: 'HASH11', side: 'C', exchange_code: 'Alfa (3)', fund: 'One', cnpj: '1' };
    await bench.add('broker_order_rows', [
      ...rowsOf('final-1', [{ ...order, asset_amount: 1 }]),
      ...rowsOf('final-2', [{ ...order, asset_amount: 3000, settlement_date: '2024-11-12' }]),
    ]);
  });
  afterAll(() => bench.end());

  it('has the requests of every run that decided an ETF: a later run of all hides no family’s', async () => {
    const rows = await bench.view('primary_requests');
    expect(
      rows
        .map((row) => [
          row.request_date,
          row.fund_name,
          row.fund_cnpj,
          row.asset,
          row.side,
          row.primary_units,
        ])
        .sort(),
    ).toEqual([
      ['2024-11-08', 'Fund 1', '1', 'BITH11', 'BUY', '1'],
      ['2024-11-08', 'Fund 1', '1', 'DEFI11', 'BUY', '3'],
      ['2024-11-08', 'Fund 1', '1', 'HASH11', 'BUY', '2'],
      ['2024-11-08', 'Fund 2', '2', 'ETHE11', 'BUY', '4'],
    ]);
  });

  it('has the trades of the last version of the allocation, and nothing of the one it replaces', async () => {
    expect(await bench.view('secondary_allocation_trades')).toEqual([
      {
        request_date: '2024-11-08',
        asset: 'HASH11',
        side: 'C',
        asset_amount: '3000',
        exchange_code: 'Alfa (3)',
        fund: 'One',
        cnpj: '1',
        settlement_date: '2024-11-12',
      },
    ]);
    const allocation = await bench.view('latest_allocation', "cnpj = '1'");
    expect(allocation).toMatchObject([
      { run_id: 'final-2', shares: '3000', run_user: 'ana@desk.example', run_at: '2024-11-08T19:10:00' },
    ]);
  });

  it('has each intent as amended, with who approved it', async () => {
    const rows = await bench.view('latest_intents');
    expect(
      rows.map(({ cnpj, amount, version, approved_by }) => [cnpj, amount, version, approved_by]).sort(),
    ).toEqual([
      ['1', '1000000', '2', 'bia'],
      ['2', '500000', '1', 'ana'],
    ]);
  });

  it('has every fund’s distance from its target, primary and secondary together', async () => {
    const rows = await bench.view('fund_tracking');
    expect(rows.toSorted((a, b) => (String(a.cnpj) < String(b.cnpj) ? -1 : 1))).toEqual([
      {
        trade_date: '2024-11-08',
        cnpj: '1',
        fund: 'One',
        target: '250000',
        primary_money: '62500',
        secondary_money: '187200',
        residual: '300',
        // The unit settles at 62.60: R$ 100 more than at the frozen iNAV.
        missed: '200',
        tracking_error_bps: '8',
        given_back: '0',
        residual_at_nav: '200',
      },
      {
        trade_date: '2024-11-08',
        cnpj: '2',
        fund: 'Two',
        target: '180000',
        primary_money: '0',
        secondary_money: '193440',
        residual: '-7200',
        missed: '7200',
        tracking_error_bps: '400',
        given_back: '6240',
        residual_at_nav: '-7200',
      },
    ]);
  });

  it('measures each fill by the iNAV of the instruction in force, the first where the fill tells no time, none where nobody asked', async () => {
    const rows = await bench.view('broker_slippage');
    expect(rows.toSorted((a, b) => (String(a.broker) < String(b.broker) ? -1 : 1))).toEqual([
      // 1,000 × 0.25 over 62.50, 3,000 × 0.31 over 62.00, 1,000 at 62.50: 1,180 on 311,000.
      {
        trade_date: '2024-11-08',
        broker: 'Alfa',
        asset: 'HASH11',
        side: 'BUY',
        shares: '5000',
        money: '312180',
        inav_money: '311000',
        cost: '1180',
        slippage_bps: '37.942122186',
      },
      {
        trade_date: '2024-11-08',
        broker: 'Beta',
        asset: 'HASH11',
        side: 'BUY',
        shares: '1000',
        money: '62250',
        inav_money: null,
        cost: null,
        slippage_bps: null,
      },
    ]);
  });

  it('shows who was favoured, and costs from the decision: the request’s iNAV, the instruction’s at each fill', async () => {
    const rows = await bench.view('fund_primary_mix');
    // Fund 1: a unit asked for at 62.30; 1,000 shares decided at 62.50 and 2,000 at 62.00, paid 187,200.
    // Fund 2: 1,000 at 62.00, 1,000 at 62.50, 995 at their own 62.25; what it sold has no line here and costs nothing.
    // 1,000 at 62.60 and 6,000 at 62.40 are 62.428571429 on average: the unit is dearer by 171.43, the shares cheaper.
    expect(rows.toSorted((a, b) => (String(a.cnpj) < String(b.cnpj) ? -1 : 1))).toEqual([
      {
        trade_date: '2024-11-08',
        cnpj: '1',
        fund: 'One',
        primary_traded: '62300',
        secondary_traded: '186500',
        primary_share: '0.250401929',
        primary_cost: '300',
        secondary_cost: '700',
        beyond_average: '85.714284',
        cost_bps: '40.192926045',
      },
      {
        trade_date: '2024-11-08',
        cnpj: '2',
        fund: 'Two',
        primary_traded: '0',
        secondary_traded: '192678.75',
        primary_share: '0',
        primary_cost: '0',
        secondary_cost: '761.25',
        beyond_average: '-85.714287',
        cost_bps: '39.508767832',
      },
    ]);
  });
});
