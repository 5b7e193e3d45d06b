import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Usage } from '#contract/usage.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useSay } from '../../i18n/use-say.js';
import { Columns } from '../../ui/Columns.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import { ToSources } from '../../ui/ToSources.js';
import { useHeldBack } from '../../ui/use-held-back.js';
import { HabitPanel } from './HabitPanel.js';
import { HoursPanel } from './HoursPanel.js';
import { IntensityPanel } from './IntensityPanel.js';
import { LadderPanel } from './LadderPanel.js';
import { PersonasPanel } from './PersonasPanel.js';
import { RetentionPanel } from './RetentionPanel.js';
import { UsageNumbers } from './UsageNumbers.js';

/** Is it becoming a habit? How often, how many, when, and in which way people take part. */
export default function UsagePage(): ReactNode {
  const { t } = useTranslation('usage');
  const { t: shell } = useTranslation('shell');
  const say = useSay();
  const [{ week, scope }] = useFilters();
  const query = useReading('usage', Usage, { week, node: scope });
  const { data } = query;
  const heldBack = useHeldBack();
  const page = shell('usage');
  if (data?.week === null) {
    return (
      <>
        <Sentence page={page}>{say(data.sentence)}</Sentence>
        <EmptyState title={t('unpublishedTitle')} action={<ToSources />}>
          {heldBack ?? t('unpublishedDetail')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <Sentence page={page} actions={<ReadingLevel />}>
        {data ? say(data.sentence) : '\u00a0'}
      </Sentence>
      {data && <UsageNumbers data={data} />}
      <HabitPanel query={query} />
      <Columns>
        <LadderPanel query={query} />
        <PersonasPanel query={query} />
      </Columns>
      <Columns wide>
        <HoursPanel query={query} />
        <IntensityPanel query={query} />
      </Columns>
      <RetentionPanel />
    </>
  );
}
