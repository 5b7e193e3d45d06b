import { useTranslation } from 'react-i18next';
import { type Animation, type BarrierPlace, type Barriers } from '#contract/animation.js';
import { adkar } from '#domain/declared/barrier.js';
import { derived } from '#domain/indicators/derived.js';
import { useFormat } from '../../i18n/use-format.js';
import { useWords } from '../../i18n/use-words.js';
import { DataTable } from '../../ui/DataTable.js';
import { loaded, Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';
import { useSurveyedPlace } from './use-surveyed-place.js';

const { title, meaning } = derived.K82;

/** What holds people back first, place by place, where all that is published bears it. Absent without such a survey. */
export function BarrierPanel({ query }: { query: PanelQuery<Animation> }) {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const { say, list } = useWords();
  const said = useBarrierWords();
  const tableOf = useBarrierTable();
  const found = query.data?.barriers;
  if (!found) return null;
  return (
    <Panel
      query={loaded(found)}
      title={({ places: [whole] }) => {
        if (!whole || whole.verdict === 'none') return whole ? t('barrierNone') : say(title);
        if (whole.verdict === 'unknown') return t('barrierUnknown', { reason: said.doubt(whole) });
        return t('barrierIs', { element: said.element(whole) });
      }}
      subtitle={({ askedOn }) => t('barrierSubtitle', { meaning: say(meaning), day: format.day(askedOn, 'long') })}
      caption={t('barrierCaption', { steps: list(adkar.map((element) => t(element))) })}
      height={240}
      table={tableOf}
    >
      {(data) => <DataTable {...tableOf(data)} label={say(title)} maxHeight={520} />}
    </Panel>
  );
}

function useBarrierWords() {
  const { t } = useTranslation('animation');
  const element = ({ element }: BarrierPlace) => (element ? t(element) : '');
  const doubt = (place: BarrierPlace) => (place.doubt ? t(`doubt_${place.doubt}`, { element: element(place) }) : '');
  const verdict = (place: BarrierPlace) => {
    if (place.verdict === 'none') return t('barrierNoneHere');
    return place.verdict === 'unknown' ? doubt(place) : element(place);
  };
  return { element, doubt, verdict };
}

function useBarrierTable(): (data: Barriers) => TableOf<BarrierPlace> {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const nameOf = useSurveyedPlace();
  const { verdict } = useBarrierWords();
  return ({ places, askedOn }) => ({
    rows: places,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'place', label: t('barrierPlace'), value: (place) => nameOf(place, places.indexOf(place)) },
      { key: 'barrier', label: t('barrierColumn'), value: verdict },
      {
        key: 'mean',
        label: t('barrierMean'),
        numeric: true,
        value: ({ mean }) => mean && (mean.low + mean.high) / 2,
        cell: ({ mean }) => {
          if (!mean) return '–';
          const [low, high] = [format.number(mean.low, 2), format.number(mean.high, 2)];
          return low === high ? low : t('emailBetween', { low, high });
        },
        told: ({ mean, n }) =>
          mean && n
            ? {
                ...{ value: mean.low === mean.high ? mean.low : null, low: mean.low, high: mean.high },
                ...{ n: n.low === n.high ? n.low : null, asOf: askedOn },
              }
            : null,
      },
      {
        key: 'answers',
        label: t('barrierAnswers'),
        numeric: true,
        value: ({ n }) => n?.low ?? null,
        cell: ({ n }) => (n ? format.range(n) : '–'),
      },
    ],
  });
}
