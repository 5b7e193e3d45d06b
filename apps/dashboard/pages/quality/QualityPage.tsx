import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Quality } from '#contract/quality.js';
import { useReading } from '../../api/reading.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Finding } from '../../ui/Finding.js';
import { Sentence } from '../../ui/Sentence.js';
import { ToSources } from '../../ui/ToSources.js';
import { ChecksPanel } from './ChecksPanel.js';
import { checksOf, heardSources } from './checks.js';
import { GapsPanel } from './GapsPanel.js';
import { SilencePanel } from './SilencePanel.js';
import { SourcesPanel } from './SourcesPanel.js';

/** Can the figures be trusted? What is wrong with the data, since when, and what to do about it. */
export default function QualityPage(): ReactNode {
  const { t } = useTranslation('quality');
  const { t: shell } = useTranslation('shell');
  const query = useReading('quality', Quality);
  const { data } = query;
  return (
    <>
      <Sentence page={shell('quality')} detail={t('detail')}>
        <Finding query={query}>{(quality) => <Says quality={quality} />}</Finding>
      </Sentence>
      {data?.sources.length === 0 ? (
        <EmptyState title={t('noSource')} action={<ToSources />}>
          {t('noSourceDetail')}
        </EmptyState>
      ) : (
        <>
          <ChecksPanel query={query} />
          <SourcesPanel query={query} />
          {data && data.sources.some(({ gaps }) => gaps.length > 0) && <GapsPanel data={data} />}
          <SilencePanel query={query} />
        </>
      )}
    </>
  );
}

function Says({ quality }: { quality: Quality }) {
  const { t } = useTranslation('quality');
  if (quality.sources.length === 0) return t('sayNothing');
  if (heardSources(quality).length === 0) return t('sayEmpty');
  const checks = checksOf(quality);
  const mend = checks.filter(({ verdict }) => verdict === 'mend').length;
  const know = checks.filter(({ verdict }) => verdict === 'know').length;
  if (mend > 0) return t('sayMend', { count: mend });
  return know > 0 ? t('sayKnow', { count: know }) : t('sayFine');
}
