// What runs do on the real platform: the trigger, the page, and how long looking takes.

import { pendingMarks } from '../../desk/journal/pending';
import { deskOverview } from '../../desk/look/overview';
import { preview } from '../../desk/run/runner';
import { BULK_CHARACTERS, type Finding, HOSTILE } from '../../desk/setUp/selfTestReport';
import { msg, verbatim } from '../../language/message';
import { initialOrders } from '../../stages/stages';
import { runner } from '../triggers';
import { finding, type Lab, type SelfTest } from './lab';
import { lookingOnly } from './lookingOnly';
import { minuteTrigger } from './trigger';

/** As the pages of the desk are handed what they show. */
function template(): Finding {
  const made = HtmlService.createTemplate('<p data-text="<?= text ?>"></p>');
  made.text = HOSTILE;
  const html = made.evaluate().getContent();
  const inside = /^<p data-text="([^"]*)"><\/p>$/.exec(html.trim())?.[1];
  return inside === undefined || /[<>]/.test(inside)
    ? finding('differs', msg('a template lets markup through'), [verbatim(html)])
    : finding('ok', msg('a template escapes what it is handed'));
}

const NO_PAGE = finding('impossible', msg('no page was there; use Trading > Self-test'));

function page({ wish }: Lab): Finding {
  if (wish.page === undefined) return NO_PAGE;
  return wish.page.escaped
    ? finding('ok', msg('a page got what it was handed, unharmed'))
    : finding('differs', msg('a page got something else than it was handed'));
}

function bulk({ wish }: Lab): Finding {
  if (wish.page === undefined) return NO_PAGE;
  const { received } = wish.page;
  return received === BULK_CHARACTERS
    ? finding('ok', msg('an answer of {n} characters reached the page', { n: received }))
    : finding(
        'differs',
        msg('of an answer of {n} characters {n2} reached the page', { n: BULK_CHARACTERS, n2: received }),
      );
}

function timed(work: () => void): number {
  const begun = Date.now();
  work();
  return Date.now() - begun;
}

function overview({ services }: Lab): Finding {
  const ms = timed(() => deskOverview(lookingOnly(services), runner(services)));
  return finding('ok', msg('took {n} ms', { n: ms }));
}

function initialPreview({ services }: Lab): Finding {
  if (pendingMarks(services.journal).length > 0)
    return finding('impossible', msg('a run is half-way; the next step finishes it'));
  let status = '';
  const ms = timed(() => {
    status = preview(lookingOnly(services), initialOrders()).status;
  });
  return finding('ok', msg('took {n} ms', { n: ms }), [verbatim(status)]);
}

export const RUN_TESTS: readonly SelfTest[] = [
  { id: 'trigger', title: msg('A trigger of one minute'), run: ({ services }) => minuteTrigger(services) },
  { id: 'template', title: msg('A template with markup in it'), run: template },
  { id: 'page', title: msg('A page with markup in it'), run: page },
  { id: 'bulk', title: msg('A large answer to a page'), run: bulk },
  { id: 'overview', title: msg('How long the overview takes'), run: overview },
  { id: 'preview', title: msg('How long a preview takes'), run: initialPreview },
];
