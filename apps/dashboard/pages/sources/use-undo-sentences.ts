import { useTranslation } from 'react-i18next';
import { type UndoCounts } from '#contract/imports.js';
import { useFormat } from '../../i18n/use-format.js';
import { namedTwice } from './named-twice.js';

/** What leaves, and what stays because it came from elsewhere too. */
export function useUndoSentences() {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    { leaving, staying, alsoIn, leavingAlong, closedWeeks }: UndoCounts,
    { from, to, file: own }: { from: string; to: string; file: string },
  ): string => {
    const twice = namedTwice(alsoIn, own);
    const nameOf = ({ id, fileName }: UndoCounts['alsoIn'][number]) =>
      twice.has(id) ? t('undoNumbered', { file: fileName, n: format.number(id) }) : fileName;
    const days = { from: format.day(from, 'long'), to: format.day(to, 'long') };
    const counted = (count: number) => ({ count, n: format.number(count) });
    const along = (files: UndoCounts['alsoIn']) =>
      new Intl.ListFormat(format.language).format(
        files.filter(({ goesAlong }) => goesAlong).map((one) => t('undoFile', { file: nameOf(one) })),
      );
    const whole = leaving + staying;
    return [
      leaving > 0 && t('undoLeaving', { ...counted(leaving), ...days }),
      ...alsoIn.map((one) => {
        const { createdAt, events } = one;
        return t(events === whole ? 'undoAllAlsoIn' : 'undoAlsoIn', {
          ...counted(events),
          ...{ file: nameOf(one), day: format.instant(new Date(createdAt)) },
        });
      }),
      staying > 0 && alsoIn.length === 0 && t(leaving > 0 ? 'undoStaying' : 'undoAllStay', counted(staying)),
      alsoIn.length > 0 && leaving === 0 && t('undoAlone'),
      leavingAlong > leaving && t('undoTogether', { ...counted(leavingAlong), files: along(alsoIn) }),
      whole === 0 && t('undoNothing'),
      closedWeeks > 0 && leavingAlong > 0 && t('undoClosed', counted(closedWeeks)),
      t('undoRest'),
    ]
      .filter(Boolean)
      .join(' ');
  };
}
