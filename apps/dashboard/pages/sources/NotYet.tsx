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
}

/** Why the button beside it is grey. */
export function NotYet({ kind, lacking, lacksZone, lacksDay, isUndecided }: Props) {
  const { t } = useTranslation('hand-in');
  return (
    <>
      <Lacking of={lacking} kind={kind} />
      {lacksZone && <p>{t('lacksZone')}</p>}
      {lacksDay && <p>{t('lacksDay')}</p>}
      {isUndecided && <p>{t('undecided')}</p>}
    </>
  );
}
