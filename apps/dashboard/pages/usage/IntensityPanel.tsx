import { useTranslation } from 'react-i18next';
import { type Usage } from '#contract/usage.js';
import { kindTexts } from '#domain/events/kind-texts.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { peopleEnds } from '#domain/indicators/told.js';
import { useHasDirectory } from '../../api/has-directory.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { NoDirectory } from '../../ui/NoDirectory.js';
import { peopleText } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { useReadingLevel } from '../../ui/reading-level.js';
import { intensityWhy } from './intensity-why.js';
import styles from './usage.module.css';

/** How much those who interact do, and how few do most of it. */
export function IntensityPanel({ query }: { query: PanelQuery<Usage> }) {
  const { t } = useTranslation('usage');
  const format = useFormat();
  const [level] = useReadingLevel();
  const hasDirectory = useHasDirectory();
  const number = (measured: Usage['intensity']['mean']) =>
    measured?.value == null ? null : format.number(measured.value, 1);
  const share = (measured: Usage['intensity']['mean']) =>
    measured?.value == null ? null : format.about(format.percent(measured.value), peopleEnds(measured) !== null);
  const why = (measured: Usage['intensity']['mean']) => textOf(measured?.note ?? 'fromInteractive');
  const textOf = (reason: ReturnType<typeof intensityWhy>) =>
    reason === 'fromInteractive' ? t('fromInteractive') : format.say(noteTexts[reason]);
  return (
    <Panel
      query={query}
      title={({ intensity: { topTenth } }) =>
        topTenth?.value == null ? t('intensityTitle') : t('intensityFinding', { share: share(topTenth) })
      }
      waitingTitle={t('intensityTitle')}
      subtitle={t('intensitySubtitle')}
      caption={({ intensity: { median }, unheard }) => {
        const kinds = new Intl.ListFormat(format.language).format(
          unheard.map((kind) => kindTexts[kind][format.language]),
        );
        const people = median?.n ? t('intensityCaption', { n: peopleText(median, format) }) : '';
        return [people, kinds && t('intensityUnheard', { kinds })].filter(Boolean).join(' ') || null;
      }}
      height={260}
      empty={({ intensity: { mean, median } }) =>
        mean?.value != null || median?.value != null ? null : hasDirectory === false ? (
          <NoDirectory />
        ) : (
          <EmptyState title={t('intensityNone')}>{textOf(intensityWhy({ mean, median }))}</EmptyState>
        )
      }
    >
      {({ intensity: { mean, median, topTenth, gini } }) => (
        <dl className={styles.facts}>
          <Fact name={t('median')} value={number(median)} detail={t('medianIs')} why={why(median)} />
          <Fact name={t('mean')} value={number(mean)} detail={t('meanIs')} why={why(mean)} />
          <Fact name={t('topTenth')} value={share(topTenth)} detail={t('topTenthIs')} why={why(topTenth)} />
          {level === 'expert' && (
            <Fact
              name={t('gini')}
              value={gini?.value == null ? null : format.number(gini.value, 2)}
              detail={t('giniIs')}
              why={why(gini)}
            />
          )}
        </dl>
      )}
    </Panel>
  );
}

function Fact({ name, value, detail, why }: { name: string; value: string | null; detail: string; why: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value ?? '–'}</strong>
        <span>{value === null ? why : detail}</span>
      </dd>
    </div>
  );
}
