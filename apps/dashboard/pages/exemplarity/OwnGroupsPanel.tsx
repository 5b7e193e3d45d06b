import { useTranslation } from 'react-i18next';
import { type Exemplarity } from '#contract/exemplarity.js';
import { type Measured } from '#contract/published.js';
import { type OwnGroups } from '#contract/voice.js';
import { type IndicatorKey, indicatorOf } from '#domain/indicators/catalogue.js';
import { isUnmeasurable } from '#domain/indicators/measurable.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { useFormat } from '../../i18n/use-format.js';
import { useSay } from '../../i18n/use-say.js';
import { benchmarkLine } from '../../ui/benchmark-line.js';
import { Masked } from '../../ui/Masked.js';
import { peopleText } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import styles from './exemplarity.module.css';

/** Own-group uplift, enclosure and the cross-entity rate: each misleads without the others. */
export function OwnGroupsPanel({ query }: { query: PanelQuery<Exemplarity> }) {
  const { t } = useTranslation('voice');
  const say = useSay();
  const format = useFormat();
  const rows = ({ uplift, enclosure, crossEntity, expected }: OwnGroups) => {
    const chance = expected.value === null ? null : format.percent(expected.value);
    const isCrossing = chance === null ? t('crossEntityAlone') : t('crossEntityIs', { expected: chance });
    return [
      { key: 'K52', name: t('uplift'), about: t('upliftIs'), measured: uplift },
      { key: 'K53', name: t('enclosure'), about: t('enclosureIs'), measured: enclosure },
      { key: 'K31', name: t('crossEntity'), about: isCrossing, measured: crossEntity },
    ] as const;
  };
  return (
    <Panel
      query={query}
      title={({ ownGroups }) => (ownGroups ? say(ownGroups.sentence) : t('ownTitle'))}
      waitingTitle={t('ownTitle')}
      subtitle={t('ownSubtitle')}
      caption={t('ownCaption')}
      height={300}
    >
      {({ ownGroups }) =>
        ownGroups && (
          <dl className={styles.trio}>
            {rows(ownGroups).map(({ key, name, about, measured }) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd>
                  <Value indicator={key} measured={measured} />
                  <small>{about}</small>
                  <Beside indicator={key} measured={measured} />
                </dd>
              </div>
            ))}
          </dl>
        )
      }
    </Panel>
  );
}

interface ValueProps {
  indicator: IndicatorKey;
  measured: Measured;
}

/** The figure, or why there is none: hidden, not measurable, or nothing to divide by. */
function Value({ indicator, measured: { value, shown, note } }: ValueProps) {
  const { t } = useTranslation('voice');
  const format = useFormat();
  if (value !== null)
    return (
      <strong>
        {indicatorOf(indicator).unit === 'ratio' ? t('times', { n: format.number(value, 1) }) : format.percent(value)}
      </strong>
    );
  const why = format.say(noteTexts[note ?? 'not_published']);
  if (shown === 'masked' || isUnmeasurable(note)) return <Masked reason={why} unmeasurable={isUnmeasurable(note)} />;
  return <em title={t('notComputableWhy')}>{t('notComputable')}</em>;
}

/** Its interval and its people, then the published figure that may stand beside it. */
function Beside({ indicator, measured }: ValueProps) {
  const { t } = useTranslation('voice');
  const format = useFormat();
  const { value, low, high, n, note } = measured;
  const isRatio = indicatorOf(indicator).unit === 'ratio';
  const write = (end: number) => (isRatio ? format.number(end, 1) : format.percent(end));
  const ends =
    low !== null && high !== null && write(low) !== write(high)
      ? t('between', { low: write(low), high: write(high) })
      : null;
  const why = note !== undefined && note !== 'interval_unknown' && value === null ? format.say(noteTexts[note]) : null;
  const facts = [
    ends ?? (isRatio && value !== null ? t('noInterval') : null),
    isRatio && n !== null ? t('founders', { n: peopleText(measured, format) }) : null,
    why,
  ].filter((fact) => fact !== null);
  const benchmark = benchmarkLine(indicator, measured, indicatorOf(indicator).defaultWindow, format.language);
  return (
    <>
      {facts.length > 0 && <small>{facts.join(' · ')}</small>}
      {benchmark?.split('\n').map((line) => (
        <small key={line} className={styles.benchmark}>
          {line}
        </small>
      ))}
    </>
  );
}
