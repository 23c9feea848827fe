// What stands over a dialog, in the desk's language: the words of its menu item.

import type { StageRequest } from '../desk/request';
import type { Language } from '../language/language';

const FAMILIES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  pt: { nasdaq: ': família Nasdaq', thematics: ': família temática' },
  en: { nasdaq: ': Nasdaq', thematics: ': thematics' },
};

/** Stages, and what else leaves a row in the log. */
const STAGES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  pt: {
    initial: 'Ordens iniciais',
    primary: 'Primário',
    adjustments: 'Ciclo de ajuste',
    final: 'Alocação final',
    nav: 'Cota oficial',
    amend: 'Alterar uma ordem',
    status: 'Situação',
    schedule: 'Agenda',
    resume: 'Retomada',
  },
  en: {
    initial: 'Initial orders',
    primary: 'Primary units',
    adjustments: 'Adjustment cycle',
    final: 'Final allocation',
    nav: 'Official NAV',
    amend: 'Amend an order',
    status: 'Status',
    schedule: 'Schedule',
    resume: 'Resumed run',
  },
};

export const stageTitle = ({ stage, scope }: StageRequest, language: Language): string =>
  `${STAGES[language][stage] ?? stage}${FAMILIES[language][scope ?? ''] ?? ''}`;

export const IMPORT_TITLE: Readonly<Record<Language, string>> = {
  pt: 'Importar arquivos',
  en: 'Import files',
};

export const SET_UP_TITLE: Readonly<Record<Language, string>> = { pt: 'Configurar a mesa', en: 'Set up' };

export const DESK_TITLE: Readonly<Record<Language, string>> = { pt: 'A mesa', en: 'The desk' };
