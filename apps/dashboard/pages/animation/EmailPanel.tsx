import { useTranslation } from 'react-i18next';
import { type Animation, type EmailPlace, type EmailShare } from '#contract/animation.js';
import { benchmarkOf } from '#domain/benchmarks/catalogue.js';
import { derived } from '#domain/indicators/derived.js';
import { isFew } from '#domain/sentences/count-phrase.js';
import { useFormat } from '../../i18n/use-format.js';
import { useWords } from '../../i18n/use-words.js';
import { DataTable } from '../../ui/DataTable.js';
import { loaded, Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { useSurveyedPlace } from './use-surveyed-place.js';

/** Who says that they share by e-mail, beside what a survey of the country once found. Absent without such a question. */
export function EmailPanel({ query }: { query: PanelQuery<Animation> }) {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const { say } = useWords();
  const tableOf = useEmailTable();
  const found = query.data?.email;
  if (!found) return null;
  const { values } = benchmarkOf('B18');
  const baseline = format.percent(found.baseline);
  const title = ({ places: [whole] }: EmailShare) => {
    if (!whole?.gap || !whole.share.numerator || !whole.share.denominator) return t('emailHidden');
    const { low, high } = whole.gap;
    const key = high < 0 ? 'emailBelow' : low > 0 ? 'emailAbove' : 'emailUnsure';
    return t(key, { share: format.share(whole.share.numerator, whole.share.denominator), baseline });
  };
  return (
    <Panel
      query={loaded(found)}
      title={title}
      subtitle={({ wording, askedOn }) => t('emailSubtitle', { wording, day: format.day(askedOn, 'long') })}
      caption={t('emailCaption', {
        ...{ baseline, what: values[0]?.of ? say(values[0].of) : '' },
        source: say(derived.K83.source),
      })}
      height={240}
      table={tableOf}
    >
      {(data) => <DataTable {...tableOf(data)} label={say(derived.K83.title)} maxHeight={520} />}
    </Panel>
  );
}

function useEmailTable(): (data: EmailShare) => TableOf<EmailPlace> {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const nameOf = useSurveyedPlace();
  return ({ places, askedOn }) => ({
    rows: places,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'place', label: t('barrierPlace'), value: (place) => nameOf(place, places.indexOf(place)) },
      {
        key: 'share',
        share: true,
        label: t('emailShare'),
        value: ({ share }) => share.value,
        told: ({ share }) => ({ ...share, asOf: askedOn }),
        cell: ({ share: { numerator, denominator, n } }) => {
          if (!numerator || !denominator) return t('shareHidden');
          if (isFew(denominator)) return format.people(numerator, denominator);
          return t('shareOf', { share: format.share(numerator, denominator), n: format.number(Math.round(n ?? 0)) });
        },
      },
      {
        key: 'gap',
        label: t('emailGap'),
        numeric: true,
        value: ({ gap }) => gap?.value ?? null,
        told: ({ gap, share }) => gap && { ...gap, n: share.n, asOf: askedOn, isChance: true },
        cell: ({ gap }) =>
          gap ? t('emailBetween', { low: format.number(gap.low * 100), high: format.points(gap.high, 0) }) : '–',
      },
    ],
  });
}
