// Funds, brokers and holdings by what names them.
import type { Broker } from '../../domain/broker';
import type { Cnpj } from '../../domain/cnpj';
import type { Fund, Holding } from '../../domain/fund';
import { lookup } from '../../domain/lookup';
import type { Located } from '../../sheets/read';
import { fundAssetKey } from '../split/keys';
import type { DayInputs } from './inputs';

const funds = lookup(({ value }: Located<Fund>) => value.cnpj);
const brokers = lookup(({ value }: Located<Broker>) => value.name);
const holdings = lookup(({ value }: Located<Holding>) => fundAssetKey(value));

export const fundOf = (inputs: Pick<DayInputs, 'funds'>, cnpj: Cnpj | null): Fund | undefined =>
  funds(inputs.funds.rows, cnpj)[0]?.value;

export const brokerOf = (inputs: Pick<DayInputs, 'brokers'>, name: string): Broker | undefined =>
  brokers(inputs.brokers.rows, name)[0]?.value;

/** Shares that the fund holds; undefined where nothing is known of them. */
export const heldOf = (
  inputs: Pick<DayInputs, 'holdings'>,
  whose: { readonly cnpj: Cnpj; readonly asset: string },
): number | undefined => holdings(inputs.holdings.rows, fundAssetKey(whose))[0]?.value.shares;
