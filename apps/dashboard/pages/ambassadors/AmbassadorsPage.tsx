import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Ambassadors } from '#contract/ambassadors.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useFilters, useOrganizationSlug } from '../../app/filters.js';
import { placesInside } from '../../format/places-inside.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { Columns } from '../../ui/Columns.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Figure } from '../../ui/Figure.js';
import { FigureRow } from '../../ui/FigureRow.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { RateFigure } from '../../ui/RateFigure.js';
import { Sentence } from '../../ui/Sentence.js';
import { ActivityPanel } from './ActivityPanel.js';
import { CoveragePanel } from './CoveragePanel.js';
import { MandatesPanel } from './MandatesPanel.js';
import { daysOfMonth, missionColumns, mostMissions } from './mission-lengths.js';
import { ProfilePanel } from './ProfilePanel.js';
import { RelaysPanel } from './RelaysPanel.js';
import { MissionHistogram } from './MissionHistogram.js';

/** Is every team within reach of an ambassador? Coverage, gaps, and the missions declared. */
export default function AmbassadorsPage(): ReactNode {
  const { t } = useTranslation('ambassadors');
  const { t: shell } = useTranslation('shell');
  const say = useSay();
  const [{ week, scope }] = useFilters();
  const slug = useOrganizationSlug();
  const { data: organization } = useOrganization();
  const query = useReading('ambassadors', Ambassadors, { week });
  const { data } = query;
  const inside = useMemo(
    () => (scope && organization ? placesInside(organization.nodes, scope) : null),
    [scope, organization],
  );
  const entities = useMemo(
    () =>
      inside &&
      new Set((organization?.nodes ?? []).flatMap(({ key, entity }) => (inside.has(key) && entity ? [entity] : []))),
    [inside, organization],
  );
  const page = shell('ambassadors');

  if (data && data.mandates.length === 0) {
    return (
      <>
        <Sentence page={page}>{say(data.sentence)}</Sentence>
        <EmptyState
          title={t('emptyTitle')}
          action={
            <Button component={Link} to={`/o/${slug}/sources`}>
              {t('handIn')}
            </Button>
          }
        >
          {t('emptyDetail')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <Sentence page={page}>{data ? say(data.sentence) : '\u00a0'}</Sentence>
      {data && <Figures data={data} />}
      <Columns wide>
        <CoveragePanel query={query} organization={organization} inside={inside} />
        <LengthPanel query={query} />
      </Columns>
      <Columns>
        <RelaysPanel query={query} />
        <ProfilePanel query={query} />
      </Columns>
      <ActivityPanel query={query} />
      <MandatesPanel query={query} entities={entities} />
    </>
  );
}

function Figures({ data: { overall, counts, band, months, medianDays, week } }: { data: Ambassadors }) {
  const { t } = useTranslation('ambassadors');
  const format = useFormat();
  const ends = { low: format.percent(band.low), high: format.percent(band.high) };
  const all = counts.none + counts.below + counts.inside + counts.above;
  const upTo = week ?? undefined;
  const served = medianDays === null ? null : medianDays / daysOfMonth;
  return (
    <FigureRow>
      {overall && (
        <RateFigure
          indicator="K60"
          measured={overall.coverage}
          label={t('coverageFigure')}
          benchmark={t('coverageBenchmark', ends)}
          upTo={upTo}
        />
      )}
      <Figure
        label={t('bandFigure')}
        value={format.number(counts.inside)}
        people={t('bandPeople', { count: all })}
        definition={t('bandDefinition', ends)}
        upTo={upTo}
      />
      <Figure
        label={t('uncoveredFigure')}
        value={format.number(counts.none)}
        people={t('bandPeople', { count: all })}
        definition={t('uncoveredDefinition')}
        upTo={upTo}
      />
      <Figure
        label={t('missingFigure')}
        value={format.number(counts.missing)}
        people={t('missingPeople', ends)}
        definition={t('missingDefinition', ends)}
        upTo={upTo}
      />
      <Figure
        label={t('medianFigure')}
        value={served === null ? null : format.number(served, 1)}
        unit={served === null ? undefined : t('monthsUnit')}
        people={t('medianPeople', months)}
        definition={t('medianDefinition', months)}
        upTo={upTo}
      />
    </FigureRow>
  );
}

interface Served {
  month: number;
  count: number;
}

const lengthTitles = { short: 'lengthTitleShort', inside: 'lengthTitleInside', long: 'lengthTitleLong' } as const;

function LengthPanel({ query }: { query: PanelQuery<Ambassadors> }) {
  const { t } = useTranslation('ambassadors');
  const format = useFormat();
  const countOf = ({ mandates }: Ambassadors) => missionColumns(mandates).reduce((sum, count) => sum + count, 0);
  return (
    <Panel
      query={query}
      title={({ mandates, months }) => {
        const most = mostMissions(mandates, months);
        return most ? t(lengthTitles[most], months) : t('lengthTitlePlain');
      }}
      waitingTitle={t('lengthTitlePlain')}
      subtitle={t('lengthSubtitle')}
      caption={(data) => t('lengthCaption', { count: countOf(data), n: format.number(countOf(data)) })}
      height={264}
      empty={(data) => (countOf(data) === 0 ? <EmptyState title={t('lengthNone')} /> : null)}
      table={({ mandates }) => ({
        rows: missionColumns(mandates).map((count, month) => ({ month, count })),
        rowKey: ({ month }: Served) => String(month),
        columns: [
          { key: 'month', label: t('monthsAxis'), numeric: true, value: ({ month }: Served) => month },
          { key: 'count', label: t('ambassadors'), numeric: true, value: ({ count }: Served) => count },
        ],
      })}
    >
      {({ mandates, months }) => <MissionHistogram columns={missionColumns(mandates)} band={months} />}
    </Panel>
  );
}
