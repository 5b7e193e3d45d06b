import { useTranslation } from 'react-i18next';
import { type HabitWeek, type Usage } from '#contract/usage.js';
import { habitSegments } from '#domain/indicators/k12-habit.js';
import { useHasDirectory } from '../../api/has-directory.js';
import { useOrganization } from '../../api/organization.js';
import { useWhole } from '../../api/rights.js';
import { useFilters } from '../../app/filters.js';
import { useAnnotationMarks } from '../../charts/annotation-marks.js';
import { StackedShares } from '../../charts/drawn-later.js';
import { type Layer } from '../../charts/StackedShares.js';
import { capital } from '../../format/capital.js';
import { mondayOf } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { NoDirectory } from '../../ui/NoDirectory.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { useNoteMarks } from '../../ui/notes/use-notes-of.js';
import { type TableOf } from '../../ui/table-of.js';
import { drawnWeeks, namedWeek } from './habit-weeks.js';

/** From the strongest habit up: one hue that fades, then what is no use at all. */
const colours = {
  power: 'var(--series-ours)',
  regular: 'color-mix(in srgb, var(--series-ours) 68%, var(--surface))',
  novice: 'color-mix(in srgb, var(--series-ours) 40%, var(--surface))',
  low: 'color-mix(in srgb, var(--series-ours) 18%, var(--surface))',
  none: 'var(--sunken)',
};

/** Everyone activated, by the strength of their habit, week after week. */
export function HabitPanel({ query }: { query: PanelQuery<Usage> }) {
  const { t } = useTranslation('usage');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const hasDirectory = useHasDirectory();
  const [{ scope }] = useFilters();
  const whole = useWhole();
  const marks = [...useAnnotationMarks(organization?.annotations), ...useNoteMarks('K12', scope ?? whole)];
  const layers = habitSegments.map((key): Layer => ({ key, name: t(key), colour: colours[key] }));
  const caption = ({ habit }: Usage) => {
    const named = namedWeek(habit);
    if (!named) return null;
    const facts = t('habitCaption', {
      n: format.range(named.of),
      weeks: named.weeks,
      rule: t(named.weeks === 4 ? 'habitRuleFour' : 'habitRuleTwelve'),
      day: format.day(mondayOf(named.weekEnd), 'long'),
    });
    const drawn = habit.some(({ isDrawn }) => !isDrawn) ? ` ${t('habitDrawn')}` : '';
    const short = habit.some(({ weeks }) => weeks !== named.weeks) ? ` ${t('habitShort')}` : '';
    return facts + drawn + short;
  };
  const title = ({ habit }: Usage) => {
    // Of the week that the picture names: the newest may be published too widely to be drawn, and stands above it.
    const named = namedWeek(habit);
    if (!named) return t('habitWaiting');
    const rule = t(named.weeks === 4 ? 'habitOftenFour' : 'habitOftenTwelve');
    const found = capital(t('habitTitle', { share: format.share(named.habitual, named.of), rule }));
    const day = format.day(mondayOf(named.weekEnd), 'long');
    return named === habit.at(-1) ? found : t('habitOfWeek', { found, day });
  };
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('habitWaiting')}
      subtitle={t('habitSubtitle')}
      caption={caption}
      height={300}
      empty={({ habit }) =>
        habit.length > 0 ? null : hasDirectory === false ? (
          <NoDirectory />
        ) : (
          <EmptyState title={t('habitNone')}>{t('habitNoneDetail')}</EmptyState>
        )
      }
      table={({ habit }): TableOf<HabitWeek> => ({
        columns: [
          {
            key: 'week',
            label: t('week'),
            value: ({ weekEnd }) => mondayOf(weekEnd),
            cell: ({ weekEnd }) => format.day(mondayOf(weekEnd)),
          },
          {
            key: 'people',
            label: t('people'),
            numeric: true,
            value: ({ people }) => people,
            cell: ({ of }) => format.range(of),
          },
          ...habitSegments.map((segment) => ({
            key: segment,
            share: true,
            label: t(segment),
            numeric: true,
            value: ({ published }: HabitWeek) => published[segment].value,
            cell: ({ counts, of }: HabitWeek) => format.share(counts[segment], of),
            told: ({ published, counts, of, people, weekEnd }: HabitWeek) => ({
              ...{ ...published[segment], n: people, asOf: weekEnd },
              ...{ numerator: counts[segment], denominator: of },
            }),
          })),
        ],
        rows: [...habit].reverse(),
        rowKey: ({ weekEnd }) => weekEnd,
      })}
    >
      {({ habit }) => {
        const weeks = drawnWeeks(habit);
        return weeks.length === 0 ? (
          <EmptyState title={t('habitVague')}>{t('habitVagueDetail')}</EmptyState>
        ) : (
          <StackedShares label={t('habitSubtitle')} layers={layers} weeks={weeks} annotations={marks} />
        );
      }}
    </Panel>
  );
}
