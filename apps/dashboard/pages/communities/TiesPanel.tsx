import { useTranslation } from 'react-i18next';
import { Ties, type TiePlace } from '#contract/ties.js';
import { derived } from '#domain/indicators/derived.js';
import { useReading } from '../../api/reading.js';
import { useFilters } from '../../app/filters.js';
import { HeatTable } from '../../charts/HeatTable.js';
import { useFormat } from '../../i18n/use-format.js';
import { useWords } from '../../i18n/use-words.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { ModuleOff } from '../../ui/ModuleOff.js';
import { Panel } from '../../ui/Panel.js';
import { useIsOff } from '../../ui/use-is-off.js';
import { type TableOf, type Told } from '../../ui/table-of.js';

type Tie = Ties['ties'][number];

/** Three times chance is as dark as it gets. */
const darkest = 3;
/** Below nine tenths of chance, boundaries hold. */
const closed = 0.9;

/** Places against places: how much of what one sends goes to the other, against chance. */
export function TiesPanel() {
  const { t } = useTranslation('ties');
  const format = useFormat();
  const { say } = useWords();
  const [{ week }] = useFilters();
  const isOff = useIsOff('ties');
  const query = useReading('ties', Ties, { week });
  const nameOf = ({ name, joined }: TiePlace) => (joined ? t('joined', { name }) : name);
  const names = new Map((query.data?.places ?? []).map((place) => [place.key, nameOf(place)]));
  const label = (key: string) => names.get(key) ?? key;
  const share = (value: number | null) => (value === null ? '–' : format.percent(value));
  /** Counts of interactions, not of people: a day, and no n. */
  const counted = (value: number | null, asOf: string | null): Told => ({
    ...{ value, low: null, high: null },
    ...{ n: null, asOf },
  });
  const table = ({ ties, week: asOf }: Ties): TableOf<Tie> => ({
    rows: ties,
    rowKey: ({ source, target }) => `${source} ${target}`,
    columns: [
      { key: 'from', label: t('from'), value: ({ source }) => label(source) },
      { key: 'to', label: t('to'), value: ({ target }) => label(target) },
      {
        key: 'interactions',
        label: t('interactions'),
        numeric: true,
        value: ({ interactions }) => interactions,
        told: ({ interactions }) => counted(interactions, asOf),
      },
      {
        key: 'ratio',
        label: t('ratio'),
        numeric: true,
        value: ({ ratio }) => ratio,
        told: ({ ratio }) => counted(ratio, asOf),
        cell: ({ ratio }) => (ratio === null ? '–' : format.number(ratio, 1)),
      },
    ],
  });
  return (
    <div id="ties">
      <Panel
        query={query}
        title={({ crossEntity, expected, openness }) =>
          crossEntity.value === null
            ? t('waiting')
            : t((openness.value ?? 1) < closed ? 'titleClosed' : 'titleOpen', {
                value: share(crossEntity.value),
                expected: share(expected.value),
              })
        }
        waitingTitle={t('waiting')}
        subtitle={t('subtitle')}
        caption={({ twoWay, externalInternal, influence }) => {
          const told = t('caption', {
            twoWay: share(twoWay.value),
            ei: externalInternal.value === null ? '–' : format.number(externalInternal.value, 2),
          });
          if (!influence || influence.risk === null) return told;
          const { risk, people, weekEnd } = influence;
          const who = { people: format.number(people), day: format.day(weekEnd) };
          return `${told} ${t('influence', { title: say(derived.K33.title), risk: format.percent(risk), ...who })}`;
        }}
        height={360}
        empty={({ measured, ties }) =>
          measured && ties.length > 0 ? null : isOff ? (
            <ModuleOff title={t('off')} />
          ) : (
            <EmptyState title={t('empty')}>{t('emptyDetail')}</EmptyState>
          )
        }
        table={table}
      >
        {({ places, ties }) => {
          const found = new Map(ties.map((tie) => [`${tie.source} ${tie.target}`, tie]));
          return (
            <HeatTable
              label={t('waiting')}
              head={t('from')}
              columns={places.map((place) => ({ key: place.key, label: nameOf(place) }))}
              rows={places.map((source) => ({
                ...{ key: source.key, parent: null, name: nameOf(source), label: nameOf(source) },
                cells: places.map((target) => {
                  const tie = found.get(`${source.key} ${target.key}`);
                  if (tie?.ratio === undefined || tie.ratio === null)
                    return { text: '', shade: null, masked: t('hidden') };
                  const n = format.number(tie.interactions);
                  return {
                    text: format.number(tie.ratio, 1),
                    shade: Math.min(1, tie.ratio / darkest),
                    title: t('cell', { from: nameOf(source), to: nameOf(target), n }),
                  };
                }),
              }))}
            />
          );
        }}
      </Panel>
    </div>
  );
}
