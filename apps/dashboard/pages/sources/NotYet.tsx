import { useTranslation } from 'react-i18next';
import { type ImportKind } from '#contract/imports.js';
import { Lacking } from './Lacking.js';

interface Props {
  kind: ImportKind;
  /** Columns that it cannot do without: ways of saying each. */
  lacking: readonly (readonly string[])[];
  lacksZone: boolean;
  lacksDay: boolean;
  /** It is in under another source, and nobody has said what to do. */
  isUndecided: boolean;
  /** What it is, and which column is which, is being told from its content. */
  isBeingRead: boolean;
}

/** Why the button beside it is grey. */
export function NotYet({ kind, lacking, lacksZone, lacksDay, isUndecided, isBeingRead }: Props) {
  const { t } = useTranslation('hand-in');
  // What it lacks is known once it is read.
  if (isBeingRead) return <p role="status">{t('beingRead')}</p>;
  return (
    <>
      <Lacking of={lacking} kind={kind} />
      {lacksZone && <p>{t('lacksZone')}</p>}
      {lacksDay && <p>{t('lacksDay')}</p>}
      {isUndecided && <p>{t('undecided')}</p>}
    </>
  );
}
