import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Annotation, type TreeNode } from '#contract/organization.js';
import { type TimeMark } from './TimeChart.js';

const words = {
  wave_planned: 'wavePlanned',
  wave_opened: 'waveOpened',
  wave_closed: 'waveClosed',
  action: 'action',
  shock: 'shock',
  wave_go: 'waveGo',
  wave_postpone: 'wavePostpone',
  wave_no_go: 'waveNoGo',
  decision: 'decided',
} as const;

/** A decision is a sentence; what stands beside a curve is its beginning. */
export const shortened = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
const longest = 90;

/** Closings move no curve. Of one place: its own wave, and what holds for it or everywhere. */
export const annotationsOf = (
  annotations: readonly Annotation[] | undefined,
  place?: Pick<TreeNode, 'wave' | 'entity'>,
): Annotation[] =>
  (annotations ?? []).filter(({ kind, wave, entities }) => {
    if (kind === 'wave_closed') return false;
    if (!place) return true;
    if (wave !== null) return wave === place.wave;
    return entities.length === 0 || (place.entity !== null && entities.includes(place.entity));
  });

/** The organisation's dated facts, as marks of a time chart. */
export function useAnnotationMarks(
  annotations: readonly Annotation[] | undefined,
  place?: Pick<TreeNode, 'wave' | 'entity'>,
): TimeMark[] {
  const { t } = useTranslation('charts');
  const [wave, entity] = [place?.wave ?? null, place?.entity ?? null];
  const isPlace = place !== undefined;
  return useMemo(
    () =>
      annotationsOf(annotations, isPlace ? { wave, entity } : undefined).map(({ day, kind, name }) => ({
        day,
        label: t(words[kind], { wave: shortened(name) }),
      })),
    [annotations, isPlace, wave, entity, t],
  );
}
