// What the menu's alerts and questions say: one type, so that no language can lack one.
import type { Language } from '../language/language';

export interface MenuWords {
  readonly status: string;
  readonly amend: { readonly title: string; readonly question: string };
  readonly share: { readonly title: string };
  readonly stopSharing: { readonly title: string; readonly question: string };
  readonly nothingToDo: string;
  readonly shallThisBeDone: string;
  readonly history: { readonly title: string; readonly first: string; readonly last: string };
  readonly repair: string;
  readonly abandon: { readonly title: string; readonly question: string };
  readonly acceptState: { readonly title: string; readonly question: string };
}

const WORDS: Readonly<Record<Language, MenuWords>> = {
  pt: {
    status: 'Situação',
    amend: {
      title: 'Alterar uma ordem',
      question: 'Altere antes a aba daily-trades. Por que a ordem muda?',
    },
    share: { title: 'Compartilhar com corretoras' },
    stopSharing: {
      title: 'Parar de compartilhar',
      question: 'Com qual corretora? Em branco: com todas.',
    },
    nothingToDo: 'Não há nada a fazer.',
    shallThisBeDone: 'Confirma?',
    history: {
      title: 'Histórico',
      first: 'Primeiro dia, por exemplo 31/01/2025? Em branco: os últimos 30 dias.',
      last: 'Último dia? Em branco: hoje.',
    },
    repair: 'Reparo',
    abandon: { title: 'Abandonar a execução pendente', question: 'Por quê?' },
    acceptState: { title: 'Aceitar o estado', question: 'Por que ele está certo como está agora?' },
  },
  en: {
    status: 'Status',
    amend: { title: 'Amend an order', question: 'Change daily-trades first. Why does the order change?' },
    share: { title: 'Share with brokers' },
    stopSharing: { title: 'Stop sharing', question: 'With which broker? Leave it blank to stop with all.' },
    nothingToDo: 'There is nothing to do.',
    shallThisBeDone: 'Shall this be done?',
    history: {
      title: 'History',
      first: 'First day, such as 2025-01-31? Leave it blank for the last 30 days.',
      last: 'Last day? Leave it blank for today.',
    },
    repair: 'Repair',
    abandon: { title: 'Abandon the pending run', question: 'Why?' },
    acceptState: { title: 'Accept the state', question: 'Why is it right as it stands now?' },
  },
};

export const menuWords = (language: Language): MenuWords => WORDS[language];
