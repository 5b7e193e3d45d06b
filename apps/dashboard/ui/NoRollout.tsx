import { useTranslation } from 'react-i18next';
import { useRights } from '../api/rights.js';
import { EmptyState } from './EmptyState.js';
import { ToSources } from './ToSources.js';

/** Nothing to follow yet: no published week, or no plan. Those who may import are shown where. */
export function NoRollout({ missing }: { missing: 'week' | 'wave' }) {
  const { t } = useTranslation('plan');
  const { manages: mayImport } = useRights();
  return (
    <EmptyState title={t(missing === 'week' ? 'noWeek' : 'noWave')} action={mayImport && <ToSources />}>
      {t(missing === 'week' ? 'noWeekDetail' : 'noWaveDetail')}
    </EmptyState>
  );
}
