import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Annotation } from '#contract/organization.js';
import { type TimeMark } from './TimeChart.js';

const words = { wave_planned: 'wavePlanned', wave_opened: 'waveOpened', wave_closed: 'waveClosed' } as const;

/** The organisation's dated facts, as marks of a time chart. */
export function useAnnotationMarks(annotations: Annotation[] | undefined): TimeMark[] {
  const { t } = useTranslation('charts');
  return useMemo(
    () => (annotations ?? []).map(({ day, kind, name }) => ({ day, label: t(words[kind], { wave: name }) })),
    [annotations, t],
  );
}
