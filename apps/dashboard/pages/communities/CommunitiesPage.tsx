import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Communities } from '#contract/communities.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useSay } from '../../i18n/use-say.js';
import { Columns } from '../../ui/Columns.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import { ToSources } from '../../ui/ToSources.js';
import { CascadePanel } from './CascadePanel.js';
import { CommunityNumbers } from './CommunityNumbers.js';
import { GroupsPanel } from './GroupsPanel.js';
import { ProcessPanel } from './ProcessPanel.js';
import { ProcessesPanel } from './ProcessesPanel.js';
import { StagesPanel } from './StagesPanel.js';
import { SurvivalPanel } from './SurvivalPanel.js';
import { TiesPanel } from './TiesPanel.js';

/** Which communities live? As a whole, then group by group where they are large enough to be named. */
export default function CommunitiesPage(): ReactNode {
  const { t } = useTranslation(['communities', 'groups', 'ties']);
  const { t: shell } = useTranslation('shell');
  const say = useSay();
  const [{ week }] = useFilters();
  const query = useReading('communities', Communities, { week });
  const { data } = query;
  const page = shell('communities');
  if (data && (data.week === null || (data.groups?.high ?? 0) === 0)) {
    return (
      <>
        <Sentence page={page}>{say(data.sentence)}</Sentence>
        {data.groups === null && (data.known > 0 || data.heard) ? (
          <EmptyState title={t('waitingTitle')}>{data.week !== null && t('waitingDetail')}</EmptyState>
        ) : (
          <EmptyState title={t('noneTitle')} action={<ToSources />}>
            {t('noneDetail')}
          </EmptyState>
        )}
        <TiesPanel />
      </>
    );
  }
  return (
    <>
      <Sentence page={page} actions={<ReadingLevel />}>
        {data ? say(data.sentence) : '\u00a0'}
      </Sentence>
      {data && <CommunityNumbers data={data} />}
      <Columns>
        <SurvivalPanel query={query} />
        <StagesPanel query={query} />
      </Columns>
      <GroupsPanel query={query} />
      <TiesPanel />
      <ProcessPanel query={query} />
      <ProcessesPanel query={query} />
      <CascadePanel />
    </>
  );
}
