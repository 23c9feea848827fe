// The History dialog in a real browser: the period in one place, and what came of it.
import { expect } from '@jest/globals';
import { afterAll, beforeAll, describe, it } from '../inBrowser';
import { seriousFindings } from './axe';
import { type Desktop, openDesktop } from './browser';

let desktop: Desktop;
beforeAll(async () => {
  desktop = await openDesktop();
});
afterAll(() => desktop.close());

const REQUEST = {
  today: '2024-11-08',
  starts: { month: '2024-10-10', quarter: '2024-08-11', year: '2023-11-10' },
};
const open = (
  showPeriod: (from: string, to: string) => { readonly headline: string },
  language: 'pt' | 'en' = 'en',
) => desktop.open('History', { language, request: REQUEST, answers: { showPeriod } });

describe('the history dialog', () => {
  it('begins with the last thirty days, and shows what came of the period that was picked', async () => {
    const { page, calls } = await open(() => ({ headline: '5 days' }));
    expect(await page.getByLabel('First day').inputValue()).toBe('2024-10-10');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Last 90 days' }).click();
    await page.getByLabel('Last day').fill('2024-10-31');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('5 days').waitFor();
    expect(calls).toEqual([['showPeriod', '2024-08-11', '2024-10-31']]);
  });

  it('says why a period is not shown, and asks for another', async () => {
    const { page } = await open(() => {
      throw new Error('troque os dois dias');
    }, 'pt');
    await page.getByRole('button', { name: 'Mostrar' }).click();
    await page.getByText('troque os dois dias').waitFor();
    await page.getByRole('button', { name: 'Outro período' }).click();
    expect(await page.getByLabel('Último dia').inputValue()).toBe('2024-11-08');
  });
});
