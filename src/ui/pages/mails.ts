// The mails of a preview, each as its reader will see it. A mail is shown in a frame of its own that runs no script.
import type { MailMessage } from '../../messages/mail';
import { h } from './dom';
import { kilobytes } from './figures';
import { filled } from './page';
import { words } from './previewWords';

const { mail: says } = words;

/** One line a mail; the first stands open, so that nobody confirms unseen words. */
export const mailList = (mails: readonly MailMessage[]): HTMLElement =>
  h(
    'section',
    { class: 'mails', 'aria-labelledby': 'mails' },
    h('h2', { id: 'mails' }, filled(says.heading, { n: mails.length })),
    ...mails.map(mailItem),
  );

function mailItem(mail: MailMessage, index: number): HTMLElement {
  const to = mail.to.join(', ');
  const item = h(
    'details',
    { open: index === 0 },
    h('summary', {}, h('span', { class: 'who' }, to), h('span', { class: 'subject' }, mail.subject)),
  );
  const build = (): void => {
    if (item.open && item.childElementCount === 1) item.append(opened(mail));
  };
  item.addEventListener('toggle', build);
  build();
  return item;
}

function opened(mail: MailMessage): HTMLElement {
  const to = mail.to.join(', ');
  return h(
    'div',
    { class: 'mail' },
    h(
      'dl',
      { class: 'head' },
      ...term(says.to, to),
      ...(mail.cc.length > 0 ? term(says.cc, mail.cc.join(', ')) : []),
      ...term(says.subject, mail.subject),
    ),
    mail.html === ''
      ? h('pre', { class: 'body', tabindex: 0 }, mail.text)
      : frame(mail.html, filled(says.frame, { to })),
    ...mail.attachments.map(attachment),
  );
}

/** What is made of a document when it is sent is shown as that document; how large it will be nobody knows yet. */
function attachment({ name, content, madeOf }: MailMessage['attachments'][number]): HTMLElement {
  const isDocument = madeOf === 'html';
  const size = filled(words.size, { decimal: kilobytes(content) });
  const item = h(
    'details',
    { class: 'attachment' },
    h('summary', {}, isDocument ? name : filled(says.attachment, { name, size })),
    ...(isDocument ? [] : [h('pre', { tabindex: 0, role: 'group', 'aria-label': name }, content)]),
  );
  if (isDocument)
    item.addEventListener('toggle', () => {
      if (item.open && item.childElementCount === 1) item.append(frame(content, name));
    });
  return item;
}

const term = (label: string, value: string): readonly HTMLElement[] => [
  h('dt', {}, label),
  h('dd', {}, value),
];

/** Same origin only so that its height can be measured: without `allow-scripts` nothing in it runs. */
function frame(html: string, title: string): HTMLIFrameElement {
  const element = h('iframe', { title, sandbox: 'allow-same-origin', srcdoc: html });
  const fit = (): void => {
    const height = element.contentDocument?.documentElement.scrollHeight ?? 0;
    if (height > 0) element.style.height = `${height}px`;
  };
  // Until it is loaded there is nothing to measure; later a wider dialog or an opened fold changes the height.
  element.addEventListener('load', () => new ResizeObserver(fit).observe(element));
  return element;
}
