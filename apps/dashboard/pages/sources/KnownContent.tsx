import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ImportPreview } from '#contract/import-preview.js';
import { sourceLabel } from '#domain/files/source-label.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './sources.module.css';

interface Props {
  known: NonNullable<ImportPreview['known']>;
  /** Where it would go as it is read now. */
  into: string;
  /** Its lines have no ids of their own. */
  isByContent: boolean;
  /** The source was taken over: read as its files, nothing counts twice. */
  again: boolean;
  onSource: (source: string) => void;
  onAgain: (again: boolean) => void;
}

/** That this came before, and as what; where it would count twice, somebody has to say what it is. */
export function KnownContent({ known, into, isByContent, again, onSource, onAgain }: Props) {
  const { t } = useTranslation('files');
  const format = useFormat();
  const { source, isSameFile, isSameSource, isUndone, fileName, at } = known;
  const named = sourceLabel(source ?? '', format.language);
  const when = at === null ? '' : format.day(at.slice(0, 10), 'long');
  const cameAs = fileName === null ? t('knownLive', { source: named }) : t('knownFile', { file: fileName, day: when });
  if (isSameSource) return <p className={styles.faint}>{t(isSameFile ? 'knownSameFile' : 'knownSame', { cameAs })}</p>;
  if (source === null) return null;
  return (
    <div className={styles.known} role="alert">
      <p>
        {t(isUndone ? 'knownUndone' : isSameFile ? 'knownFileElsewhere' : 'knownElsewhere', { cameAs, source: named })}
      </p>
      <Radio.Group
        label={t('knownAsk')}
        value={again ? 'again' : ''}
        onChange={(value) => (value === 'again' ? onAgain(true) : onSource(source))}
      >
        <Radio
          value="same"
          label={t('knownUse', { source: named })}
          description={t(isUndone ? 'undoneUseHint' : 'knownUseHint')}
        />
        {isUndone ? (
          <Radio
            value="again"
            label={t('undoneAgain', { source: sourceLabel(into, format.language) })}
            description={t('undoneAgainHint')}
          />
        ) : (
          <Radio
            value="again"
            label={t('knownAgain')}
            description={t(isByContent ? 'knownAgainByContent' : 'knownAgainHint')}
          />
        )}
      </Radio.Group>
    </div>
  );
}
