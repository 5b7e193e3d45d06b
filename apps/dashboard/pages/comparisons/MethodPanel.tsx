import { useTranslation } from 'react-i18next';
import { type Comparison, type Reach } from '#contract/comparison.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { noteTexts } from '#domain/indicators/notes.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import styles from './MethodPanel.module.css';
import { useUnitWords } from './use-unit-words.js';

/** Periods are the same places on two Sundays: nobody had more time, and nobody volunteered. */
const alignText = (series: Comparison['series'], align: Comparison['align']) =>
  series.some(({ kind }) => kind === 'period')
    ? 'methodAlignPeriods'
    : align === 'launch'
      ? 'methodAlignLaunch'
      : 'methodAlignCalendar';
const notText = (series: Comparison['series']) =>
  series.some(({ kind }) => kind === 'period')
    ? 'methodNotPeriods'
    : series.some(({ kind }) => kind === 'wave')
      ? 'methodNotText'
      : 'methodNotPlain';

export interface Fact {
  name: string;
  text: string;
}

interface MethodPanelProps {
  query: PanelQuery<Comparison>;
  /** What else the reader of these two is to know. */
  further?: readonly Fact[];
}

/** What was compared and how, so that anybody may do it again or dispute it. */
export function MethodPanel({ query, further = [] }: MethodPanelProps) {
  const { t } = useTranslation('comparisons');
  const method = useMethod();
  const facts = (data: Comparison) => [...method(data), ...further];
  const table = (data: Comparison): TableOf<Fact> => ({
    columns: [
      { key: 'name', label: t('methodTitle'), value: ({ name }) => name },
      { key: 'text', label: t('methodSubtitle'), value: ({ text }) => text },
    ],
    rows: facts(data),
    rowKey: ({ name }) => name,
  });
  return (
    <Panel query={query} title={t('methodTitle')} subtitle={t('methodSubtitle')} height={240} table={table}>
      {(data) => (
        <dl className={styles.facts}>
          {facts(data).map(({ name, text }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}

function useMethod(): (data: Comparison) => Fact[] {
  const { t } = useTranslation('comparisons');
  const { language, say } = useFormat();
  const list = new Intl.ListFormat(language);
  const { number } = useFormat();
  const words = useUnitWords();
  const sites = ({ clusters: [first, second] }: Reach) => ({ first: number(first), second: number(second) });
  const testOf = (reach: Reach) =>
    t(`methodTest_${reach.refusal ?? reach.method ?? 'none'}`, {
      ...{ ...words(reach), ...sites(reach) },
      arrangements: number(reach.arrangements ?? 0),
      shock: reach.shock ?? '',
    });
  const sitesOf = (reach: Reach) =>
    reach.method === 'paired'
      ? t('methodSitesPaired', { ...sites(reach), hidden: number(Math.max(...reach.hidden)) })
      : reach.hidden[0] + reach.hidden[1] > 0
        ? t('methodSitesText', { ...sites(reach), hidden: number(reach.hidden[0] + reach.hidden[1]) })
        : t('methodSitesAll', sites(reach));
  return ({ indicator, align, series, latest }) => {
    const note = latest?.first.rate.note;
    const left = series
      .filter(({ mixed }) => mixed.length > 0)
      .map(({ name, mixed }) =>
        t('mixed', { name, names: list.format(mixed.map((place) => placeName(place, language))) }),
      );
    return [
      {
        name: t('methodMeasure'),
        text: [say(indicatorOf(indicator).meaning), note && say(noteTexts[note])].filter(Boolean).join(' '),
      },
      { name: t('methodAlign'), text: t(alignText(series, align)) },
      {
        name: t('methodInterval'),
        text: [t('methodIntervalText'), latest?.reach.method === 'permutation' && t('methodIntervalFew')]
          .filter(Boolean)
          .join(' '),
      },
      { name: t('methodTest'), text: latest ? testOf(latest.reach) : t('methodTest_none') },
      ...(latest
        ? [
            {
              name: t(`methodUnits_${latest.reach.unit}`),
              text: `${sitesOf(latest.reach)} ${t(`methodOnce_${latest.reach.unit}`)}`,
            },
          ]
        : []),
      { name: t('methodNot'), text: `${t(notText(series))} ${t('methodNotMany')}` },
      { name: t('methodOut'), text: left.length > 0 ? left.join(' ') : t('methodOutNone') },
    ];
  };
}
