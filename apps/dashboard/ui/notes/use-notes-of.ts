import { useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type FigureNote } from '#contract/notes.js';
import { useNotes } from '../../api/notes.js';
import { shortened } from '../../charts/annotation-marks.js';
import { type TimeMark } from '../../charts/TimeChart.js';
import { useFormat } from '../../i18n/use-format.js';
import { FigureOf } from '../figure-of.js';

const noNotes: FigureNote[] = [];

function useNotesBeside(indicator: string, scope: string | null): FigureNote[] {
  const { data } = useNotes();
  return useMemo(
    () => data?.notes.filter((one) => one.scope === scope && one.indicator === indicator) ?? noNotes,
    [data, scope, indicator],
  );
}

/** What is written beside an indicator of the place around it, newest week first. */
export const useNotesOf = (indicator: string): FigureNote[] => useNotesBeside(indicator, useContext(FigureOf));

/** The same, as marks of a time chart. */
export function useNoteMarks(indicator: string, scope: string): TimeMark[] {
  const { t } = useTranslation('notes');
  const format = useFormat();
  const notes = useNotesBeside(indicator, scope);
  return useMemo(
    () =>
      notes.map(({ weekEnd, text, author, writtenOn }) => ({
        day: weekEnd,
        label: t('mark', {
          ...{ text: shortened(text), author: author ?? t('gone'), day: format.day(writtenOn, 'short') },
        }),
      })),
    [notes, t, format],
  );
}
