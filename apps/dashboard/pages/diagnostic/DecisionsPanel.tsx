import { useTranslation } from 'react-i18next';
import { Summary } from '#contract/summary.js';
import { useReading } from '../../api/reading.js';
import { Decisions } from '../../ui/Decisions.js';
import { Panel } from '../../ui/Panel.js';

/** Everything to decide: the list of which the overview shows the beginning. */
export function DecisionsPanel({ week }: { week: string | undefined }) {
  const { t } = useTranslation(['diagnostic', 'overview']);
  const query = useReading('summary', Summary, { week });
  if (query.data?.attention.length === 0) return null;
  return (
    <Panel
      query={query}
      title={({ attention }) => t('overview:attentionFinding', { count: attention.length })}
      waitingTitle={t('overview:attentionTitle')}
      subtitle={t('decisionsSubtitle')}
      height={160}
    >
      {({ attention }) => <Decisions points={attention} onDiagnostic />}
    </Panel>
  );
}
