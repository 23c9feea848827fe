// A small desk whose mails the tests read: 8 November 2024, HASH11 with an iNAV of 62.50.

import type { Broker, Instruction } from '../../src/domain/broker';
import { instructionId } from '../../src/domain/broker';
import type { Fund } from '../../src/domain/fund';

export const DATE = '2024-11-08';

export const aurora: Broker = {
  name: 'Corretora Aurora',
  code: '3',
  emails: ['mesa@aurora.example'],
  cc: ['backoffice@aurora.example'],
  language: 'pt',
  accountCodes: ['100'],
  share: 1,
  allocateBy: 'average',
  fillsFrom: 'api',
  minTicket: null,
};

export const northwind: Broker = { ...aurora, name: 'Northwind', language: 'en' };

export const opening: Instruction = {
  id: instructionId(DATE, 'HASH11', 'BUY', 'Corretora Aurora'),
  version: 1,
  tradeDate: DATE,
  asset: 'HASH11',
  side: 'BUY',
  broker: 'Corretora Aurora',
  cap: 120_000_000,
  shareCap: null,
  executed: 0,
  inav: 62.58,
  limitPrice: 62.77,
  limitBps: 30,
  doNotCross: false,
  issuedAt: '2024-11-08T09:40:00',
  issuedBy: 'trader@desk.example',
};

export const selling: Instruction = {
  ...opening,
  id: instructionId(DATE, 'HASH11', 'SELL', 'Corretora Aurora'),
  side: 'SELL',
  limitPrice: 62.39,
};

export const afternoon: Instruction = { ...opening, version: 2, cap: 480_000_000, executed: 374_400_000 };

export const fund: Fund = {
  fund: 'Fundo Alvorada FIA',
  cnpj: '38.314.708/0001-90',
  type: null,
  management: null,
  strategy: null,
  onshoreAssets: ['HASH11'],
  offshoreAssets: [],
  administrator: null,
  bank: '341',
  branch: '0001',
  account: '12345-6',
  nav: null,
  cash: null,
  primaryAccess: null,
  maxUnits: {},
};
