import { useTranslation } from 'react-i18next';
import { Comparison } from '#contract/comparison.js';
import { type Wave } from '#contract/organization.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { useOrganization } from '../../api/organization.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { useSay } from '../../i18n/use-say.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Finding } from '../../ui/Finding.js';
import { ReadAt } from '../../ui/reading-level.js';
import { ReadingLevel } from '../../ui/ReadingLevel.js';
import { Sentence } from '../../ui/Sentence.js';
import { ComparisonPanel } from './ComparisonPanel.js';
import { Controls } from './Controls.js';
import { comparableKey } from './comparable.js';
import { DifferenceNumbers } from './DifferenceNumbers.js';
import { MethodPanel } from './MethodPanel.js';

/** Does the rollout do as well as the pilot: what was observed, how far it reaches, what would settle it. */
export default function ComparisonsPage() {
  const { t } = useTranslation(['comparisons', 'shell']);
  const say = useSay();
  const [filters] = useFilters();
  const { data: organization } = useOrganization();
  const indicator = comparableKey(filters.indicator);
  const { windows } = indicatorOf(indicator);
  const comparison = useReading('comparison', Comparison, {
    week: filters.week,
    compare: filters.compare,
    align: filters.align,
    indicator,
    window: windows.find((days) => days === filters.window),
  });
  const waves = openedBy(organization?.waves ?? [], organization?.week ?? null);
  const tooFew = organization !== undefined && waves.length < 2;
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
        detail={
          comparison.data && (
            <>
              {say(comparison.data.reach)} {say(comparison.data.settle)}
            </>
          )
        }
        actions={<ReadingLevel />}
      >
        <Finding query={comparison}>{({ observed }) => say(observed)}</Finding>
      </Sentence>
      <Controls waves={waves} indicator={indicator} compared={comparison.data?.series.map(({ wave }) => wave) ?? []} />
      {comparison.data?.latest && <DifferenceNumbers comparison={comparison.data} latest={comparison.data.latest} />}
      <ReadAt level="expert">
        <ComparisonPanel query={comparison} />
      </ReadAt>
      <MethodPanel query={comparison} />
    </>
  );
}

const openedBy = (waves: Wave[], week: string | null) =>
  waves.filter(({ actualStart }) => week !== null && actualStart !== null && actualStart <= week);
