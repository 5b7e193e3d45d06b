import { type Signal } from '#domain/diagnostic/signal.js';

const pagesOf: [RegExp, string][] = [
  [/^K(01|02)/, 'rollout'],
  [/^K(11|20|21|28)/, 'usage'],
  [/^K(26|31|40|42|43|44|45)/, 'communities'],
  [/^K5/, 'exemplarity'],
  [/^K(34|6)/, 'ambassadors'],
  [/^K(27|84)/, 'animation'],
];

/** Where the figures of a signal are shown at length; null for what only the checklist says. */
export function pageOf({ key, indicator }: Pick<Signal, 'key' | 'indicator'>): string | null {
  if (indicator) return pagesOf.find(([keys]) => keys.test(indicator))?.[1] ?? null;
  if (['official_post', 'launch_message', 'understands_why', 'digital_maturity'].includes(key)) return 'animation';
  return key === 'work_groups' ? 'communities' : null;
}

/** The kind of file that brings what is missing. */
export function fileOf({ key, indicator }: Pick<Signal, 'key' | 'indicator'>): string | null {
  if (key === 'official_post' || key === 'launch_message' || key === 'K27' || key === 'K56') return 'actions';
  if (key === 'understands_why' || key === 'digital_maturity') return 'surveys';
  if (key === 'sponsor_silence') return 'reports';
  if (key === 'work_groups') return 'groups';
  return indicator?.startsWith('K84') ? 'attendance' : null;
}
