import { useTranslation } from 'react-i18next';
import { type Committees } from '#contract/committees.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { followedRows } from './item-rows.js';
import { ItemTable } from './ItemTable.js';
import { type CommitteeWriting } from './use-committees.js';
import { useItemTable } from './use-item-table.js';

interface FollowedPanelProps {
  query: PanelQuery<Committees>;
  writing: CommitteeWriting;
}

/** What became of everything that was decided or given to somebody. */
export function FollowedPanel({ query, writing }: FollowedPanelProps) {
  const { t } = useTranslation('copil');
  const table = useItemTable(true);
  return (
    <Panel
      query={query}
      title={({ counts }) => (counts.open > 0 ? t('followFinding', { count: counts.open }) : t('followTitle'))}
      waitingTitle={t('followTitle')}
      subtitle={t('followSubtitle')}
      height={200}
      table={(data) => table(followedRows(data))}
      empty={(data) =>
        followedRows(data).length === 0 ? (
          <EmptyState title={t('followNone')}>{t('followNoneDetail')}</EmptyState>
        ) : null
      }
    >
      {(data) => <ItemTable rows={followedRows(data)} isOfAll label={t('followSubtitle')} writing={writing} />}
    </Panel>
  );
}
