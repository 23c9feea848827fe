// The self-test in the page, as its user runs it: the menu, the dialog, the real way from page to script and back.
import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../src/local/host/pdf/browser';
import { afterAll, beforeAll, it } from '../inBrowser';
import { preview } from './dayPage';
import { type DeskProcess, startDesk } from './deskProcess';
import { pick, visit } from './scriptedPage';

let browser: Browser;
let desk: DeskProcess;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk('--fresh')]);
});
afterAll(async () => {
  await browser?.close();
  await desk?.discard();
});

it('what only a page can know arrives: markup unharmed, two million characters whole; mails go to the user alone', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(60_000);
  await visit(page, desk.url);
  await pick(page, 'Trading', 'Autoteste…');
  const dialog = preview(page);
  await dialog.getByLabel('Enviar também dois e-mails grandes para mim').check();
  await dialog.getByRole('button', { name: 'Testar tudo' }).click();
  await dialog.getByRole('heading', { name: 'Nada está diferente; nem tudo se sabe ainda' }).waitFor();
  const report = await dialog.getByLabel('Relatório').inputValue();
  expect(report).toContain('uma página recebeu intacto o que lhe foi passado');
  expect(report).toContain('uma resposta de 2.000.000 caracteres chegou à página');
  expect(report.match(/^\[como esperado\]/gm)).toHaveLength(20);
  expect(report.match(/^\[aguardando\]/gm)).toHaveLength(1);
  expect(desk.outbox()).toHaveLength(1);
});
