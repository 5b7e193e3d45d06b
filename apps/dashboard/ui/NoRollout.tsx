import { useTranslation } from 'react-i18next';
import { useRights } from '../api/rights.js';
import { EmptyState } from './EmptyState.js';
import { ToSources } from './ToSources.js';
import { useHeldBack } from './use-held-back.js';

/** Nothing to follow yet: no published week, or no plan. Those who may import are shown where. */
export function NoRollout({ missing }: { missing: 'week' | 'wave' }) {
  const { t } = useTranslation('plan');
  const { manages: mayImport } = useRights();
  const heldBack = useHeldBack();
  return (
    <EmptyState title={t(missing === 'week' ? 'noWeek' : 'noWave')} action={mayImport && <ToSources />}>
      {missing === 'week' ? (heldBack ?? t('noWeekDetail')) : t('noWaveDetail')}
    </EmptyState>
  );
}
