import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.js';
import { useOrganizationSlug } from '../app/filters.js';
import { EmptyState } from './EmptyState.js';

/** Nothing to follow yet: no published week, or no plan. Those who may import are shown where. */
export function NoRollout({ missing }: { missing: 'week' | 'wave' }) {
  const { t } = useTranslation('plan');
  const slug = useOrganizationSlug();
  const navigate = useNavigate();
  const role = useSession()?.account.role;
  const mayImport = role === 'admin' || role === 'project_manager';
  return (
    <EmptyState
      title={t(missing === 'week' ? 'noWeek' : 'noWave')}
      action={
        mayImport && (
          <Button onClick={() => void navigate({ to: '/o/$organization/sources', params: { organization: slug } })}>
            {t('toSources')}
          </Button>
        )
      }
    >
      {t(missing === 'week' ? 'noWeekDetail' : 'noWaveDetail')}
    </EmptyState>
  );
}
