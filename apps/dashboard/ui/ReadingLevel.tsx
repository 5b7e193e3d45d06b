import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useReadingLevel } from './reading-level.js';

/** Simple or Expert, remembered on this device. */
export function ReadingLevel() {
  const { t } = useTranslation('ui');
  const [level, choose] = useReadingLevel();
  return (
    <SegmentedControl
      aria-label={t('readingLevel')}
      value={level}
      onChange={(value) => choose(value === 'expert' ? 'expert' : 'simple')}
      data={[
        { value: 'simple', label: t('simple') },
        { value: 'expert', label: t('expert') },
      ]}
    />
  );
}
