import { type Language } from '#domain/sentences/language.js';

/** Words of the whole frame, and one line per page: loaded with the page that speaks them. */
export const resources = {
  fr: {
    shell: () => import('./fr/shell.js'),
    ui: () => import('./fr/ui.js'),
    charts: () => import('./fr/charts.js'),
    plan: () => import('./fr/plan.js'),
    overview: () => import('./fr/overview.js'),
    rollout: () => import('./fr/rollout.js'),
    preparation: () => import('./fr/preparation.js'),
    forecast: () => import('./fr/forecast.js'),
    gate: () => import('./fr/gate.js'),
    comparisons: () => import('./fr/comparisons.js'),
    entities: () => import('./fr/entities.js'),
    'follow-up': () => import('./fr/follow-up.js'),
    exemplarity: () => import('./fr/exemplarity.js'),
    voice: () => import('./fr/voice.js'),
    ambassadors: () => import('./fr/ambassadors.js'),
    ties: () => import('./fr/ties.js'),
    animation: () => import('./fr/animation.js'),
    communities: () => import('./fr/communities.js'),
    diagnostic: () => import('./fr/diagnostic.js'),
    sources: () => import('./fr/sources.js'),
    directory: () => import('./fr/directory.js'),
    pulls: () => import('./fr/pulls.js'),
    held: () => import('./fr/held.js'),
    proposal: () => import('./fr/proposal.js'),
    files: () => import('./fr/files.js'),
    refusals: () => import('./fr/refusals.js'),
    usage: () => import('./fr/usage.js'),
    method: () => import('./fr/method.js'),
    quality: () => import('./fr/quality.js'),
    groups: () => import('./fr/groups.js'),
    history: () => import('./fr/history.js'),
  },
  en: {
    shell: () => import('./en/shell.js'),
    ui: () => import('./en/ui.js'),
    charts: () => import('./en/charts.js'),
    plan: () => import('./en/plan.js'),
    overview: () => import('./en/overview.js'),
    rollout: () => import('./en/rollout.js'),
    preparation: () => import('./en/preparation.js'),
    forecast: () => import('./en/forecast.js'),
    gate: () => import('./en/gate.js'),
    comparisons: () => import('./en/comparisons.js'),
    entities: () => import('./en/entities.js'),
    'follow-up': () => import('./en/follow-up.js'),
    exemplarity: () => import('./en/exemplarity.js'),
    voice: () => import('./en/voice.js'),
    ambassadors: () => import('./en/ambassadors.js'),
    ties: () => import('./en/ties.js'),
    animation: () => import('./en/animation.js'),
    communities: () => import('./en/communities.js'),
    diagnostic: () => import('./en/diagnostic.js'),
    sources: () => import('./en/sources.js'),
    directory: () => import('./en/directory.js'),
    pulls: () => import('./en/pulls.js'),
    held: () => import('./en/held.js'),
    proposal: () => import('./en/proposal.js'),
    files: () => import('./en/files.js'),
    refusals: () => import('./en/refusals.js'),
    usage: () => import('./en/usage.js'),
    method: () => import('./en/method.js'),
    quality: () => import('./en/quality.js'),
    groups: () => import('./en/groups.js'),
    history: () => import('./en/history.js'),
  },
} satisfies Record<Language, Record<string, () => Promise<{ default: Record<string, string> }>>>;

export type Namespace = keyof (typeof resources)['fr'];
/** @public Read by i18next.d.ts: without it no key is checked. */
export type Words = {
  [N in Namespace]: Awaited<ReturnType<(typeof resources)['fr'][N]>>['default'];
};

export const isNamespace = (text: string): text is Namespace => text in resources.fr;
