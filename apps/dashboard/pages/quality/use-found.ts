import { useTranslation } from 'react-i18next';
import { type Quality } from '#contract/quality.js';
import { useFormat } from '../../i18n/use-format.js';
import { type Check } from './checks.js';

/** What a check found, in words: its figure, and a line about since when and where. */
interface Found {
  value: string;
  more?: string;
}

const forms = {
  known_domain: 'mostlyKnownDomain',
  other_domain: 'mostlyOtherDomain',
  address: 'mostlyAddress',
  number: 'mostlyNumber',
  user_name: 'mostlyUserName',
} as const;

/** How far ahead a clock is, no finer than needs be. */
const secondsIn = (seconds: number): ['seconds' | 'minutes' | 'hours', number] =>
  seconds < 120
    ? ['seconds', seconds]
    : seconds < 7200
      ? ['minutes', Math.round(seconds / 60)]
      : ['hours', Math.round(seconds / 3600)];

const latest = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;

export function useFound(quality: Quality): (check: Check) => Found {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const { sources } = quality;
  const lastOn = (days: readonly (string | null)[]) => {
    const day = latest(days);
    return day === null ? {} : { more: t('lastOn', { day: format.day(day.slice(0, 10), 'long') }) };
  };
  const firsts = sources.flatMap(({ firstDay }) => firstDay ?? []).sort();
  const peopleIn = ({ low, high }: { low: number; high: number }) => {
    if (low === high) return t('people', { count: low, n: format.number(low) });
    return low === 1 ? t('fewerPeople', { n: format.number(high + 1) }) : t('aboutPeople', { n: format.number(low) });
  };
  return ({ key, count, verdict }) => {
    if (verdict === 'unknown') return { value: '–', more: t('notCounted') };
    const n = format.number(count ?? 0);
    const counted = { count: count ?? 0, n };
    switch (key) {
      case 'unassigned': {
        const { people, share, mostly } = quality.unassigned ?? {
          people: { low: 0, high: 0 },
          share: null,
          mostly: null,
        };
        const parts = [share ? t('eventsShare', { share: format.percent(share) }) : null, mostly && t(forms[mostly])];
        return { value: peopleIn(people), more: parts.filter(Boolean).join(' ') || undefined };
      }
      case 'entities': {
        const [file] = quality.refused.filter(({ code }) => code === 'unknown_entity');
        return { value: t('lines', counted), ...(file && { more: t('inFile', { file: file.fileName }) }) };
      }
      case 'gaps':
        return {
          value: t('days', counted),
          ...(firsts[0] && { more: t('sinceDay', { day: format.day(firsts[0], 'long') }) }),
        };
      case 'ahead': {
        const [unit, far] = secondsIn(Math.max(0, ...sources.map(({ aheadSeconds }) => aheadSeconds ?? 0)));
        const most = far > 0 ? { more: t(unit, { count: far, n: format.number(far) }) } : {};
        return { value: t('events', counted), ...(count === 0 ? { more: t('over91') } : most) };
      }
      case 'conflicts':
        return { value: t('events', counted), more: t('over91'), ...lastOn(sources.map((one) => one.lastConflict)) };
      case 'repeated':
        return { value: t('ids', counted), ...lastOn(sources.map((one) => one.lastRepeat)) };
      case 'approximate': {
        const most = Math.max(0, ...sources.map((one) => one.approximate ?? 0));
        return {
          value: t('sources', counted),
          ...(most > 0 && { more: t('upToShare', { share: format.percent(most) }) }),
        };
      }
      case 'silenced': {
        const partly = (quality.silenced ?? []).filter(({ how }) => how === 'partly').length;
        return { value: t('indicators', counted), ...(partly > 0 && { more: t('partly', { count: partly }) }) };
      }
    }
  };
}
