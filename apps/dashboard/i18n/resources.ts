import { type Language } from '../format/language.js';

/** Words of the whole frame, and one line per page: loaded with the page that speaks them. */
export const resources = {
  fr: {
    shell: () => import('./fr/shell.js'),
    ui: () => import('./fr/ui.js'),
    charts: () => import('./fr/charts.js'),
  },
  en: {
    shell: () => import('./en/shell.js'),
    ui: () => import('./en/ui.js'),
    charts: () => import('./en/charts.js'),
  },
} satisfies Record<Language, Record<string, () => Promise<{ default: Record<string, string> }>>>;

export type Namespace = keyof (typeof resources)['fr'];
export type Words = {
  [N in Namespace]: Awaited<ReturnType<(typeof resources)['fr'][N]>>['default'];
};

export const isNamespace = (text: string): text is Namespace => text in resources.fr;
