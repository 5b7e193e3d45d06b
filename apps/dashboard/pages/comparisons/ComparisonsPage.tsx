import { useTranslation } from 'react-i18next';
import { Comparison } from '#contract/comparison.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useSession } from '../../api/session.js';
import { sidesIn } from '../../app/compared.js';
import { useFilters, useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Finding } from '../../ui/Finding.js';
import { ReadAt } from '../../ui/reading-level.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import { CaseMixPanel } from './CaseMixPanel.js';
import { ComparisonPanel } from './ComparisonPanel.js';
import { Controls } from './Controls.js';
import { comparableKey } from './comparable.js';
import { DifferenceNumbers } from './DifferenceNumbers.js';
import { FunnelPanel } from './FunnelPanel.js';
import { LagPanel } from './LagPanel.js';
import { ManyCompared } from './ManyCompared.js';
import { MethodPanel } from './MethodPanel.js';
import { sideChoices, withNames } from './side-choices.js';

/** Does the rollout do as well as the pilot: what was observed, how far it reaches, what would settle it. */
export default function ComparisonsPage() {
  const { t } = useTranslation(['comparisons', 'shell', 'funnel-plot', 'plan']);
  const say = useSay();
  const [filters] = useFilters();
  const slug = useOrganizationSlug();
  const { data: organization } = useOrganization();
  const indicator = comparableKey(filters.indicator);
  const { windows } = indicatorOf(indicator);
  const window = windows.find((days) => days === filters.window);
  const format = useFormat();
  const session = useSession();
  const asked = { week: filters.week, compare: sidesIn(filters.compare), align: filters.align, indicator, window };
  const answer = useReading('comparison', Comparison, asked);
  const words = { language: format.language, day: (day: string) => format.day(day, 'long') };
  const comparison = { ...answer, data: answer.data && withNames(answer.data, words) };
  // The old answer is of other sides than those in the address: its sentence would be taken for theirs.
  const said = answer.isPlaceholderData ? { ...comparison, data: undefined } : comparison;
  const choices = organization ? sideChoices(organization, session?.organizations ?? [], words) : [];
  const opened = choices.find(({ group }) => group === 'waves')?.items.length ?? 0;
  // The sentence has said it: an empty panel would say it again.
  const isSilent =
    comparison.data?.observed.key === 'comparison.same' ||
    (comparison.data?.series.every(({ points }) => points.length === 0) ?? false);
  const tooFew = organization !== undefined && opened < 2 && sidesIn(filters.compare) === undefined;
  if (tooFew)
    return (
      <>
        <Sentence page={t('shell:comparisons')}>{t('needTwoSentence')}</Sentence>
        <EmptyState title={t('needTwo')}>{t('needTwoDetail')}</EmptyState>
      </>
    );

  return (
    <>
      <Sentence
        page={t('shell:comparisons')}
        pdf={{ board: 'comparison', filters: asked }}
        detail={
          said.data && (
            <>
              {said.data.latest && say(said.data.reach)} {say(said.data.settle)}
            </>
          )
        }
        actions={<ReadingLevel />}
      >
        <Finding query={said}>{({ observed }) => say(observed)}</Finding>
      </Sentence>
      <Controls
        choices={choices}
        indicator={indicator}
        series={comparison.data?.series ?? []}
        isAnswered={said.data !== undefined}
      />
      {comparison.data?.latest && <DifferenceNumbers comparison={comparison.data} latest={comparison.data.latest} />}
      <ManyCompared within={slug} comparison={comparison.data} />
      {!isSilent && (
        <ReadAt level="expert">
          <ComparisonPanel query={comparison} />
        </ReadAt>
      )}
      {comparison.data?.latest?.caseMix && (
        <CaseMixPanel comparison={comparison.data} caseMix={comparison.data.latest.caseMix} />
      )}
      {comparison.data && <LagPanel series={comparison.data.series} />}
      <FunnelPanel indicator={indicator} window={window} series={comparison.data?.series ?? []} />
      <MethodPanel query={comparison} />
    </>
  );
}
