import { useTranslation } from 'react-i18next';
import { type Animation, type LedAction } from '#contract/animation.js';
import { addDays, weekEndOf } from '#domain/calendar/day.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { Status } from '../../ui/Status.js';
import { type Column, type TableOf } from '../../ui/table-of.js';
import { useReadingLevel } from '../../ui/reading-level.js';

const kinds = {
  webinar: 'kindWebinar',
  tutorial: 'kindTutorial',
  training: 'kindTraining',
  campaign: 'kindCampaign',
  coaching: 'kindCoaching',
  meeting: 'kindMeeting',
  launch_message: 'kindLaunch',
  official_post: 'kindPost',
} as const;

const reasons = {
  everyone: 'noEffectEveryone',
  too_early: 'noEffectEarly',
  too_few_people: 'noEffectFew',
  not_published: 'noEffectUnpublished',
  few_controls: 'noEffectControls',
  shock: 'noEffectShock',
  not_parallel: 'noEffectParallel',
  not_held: 'noEffectPlanned',
} as const;

/** Every action: for whom, how many came, and what it changed or why that cannot be told. */
export function ActionsPanel({ query }: { query: PanelQuery<Animation> }) {
  const { t } = useTranslation('animation');
  const table = useActionTable();
  const title = ({ actions }: Animation) => {
    const worked = actions.filter(({ effect }) => effect.verdict === 'up').length;
    const silent = actions.filter(({ effect }) => effect.verdict === 'cannot_tell').length;
    if (worked > 0 && silent > 0) return t('actionsTitleMixed', { count: worked, silent });
    return worked > 0 ? t('actionsTitleWorked', { count: worked }) : t('actionsTitleNone');
  };
  const exported = useExported(table);
  return (
    <Panel
      query={query}
      title={title}
      waitingTitle={t('actionsWaiting')}
      subtitle={t('actionsSubtitle')}
      caption={t('actionsCaption')}
      table={exported}
    >
      {(data) => <DataTable {...table(data)} label={t('actionsWaiting')} maxHeight={520} />}
    </Panel>
  );
}

function useActionTable(): (data: Animation) => TableOf<LedAction> {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const effect = useEffectText();
  return ({ actions }) => ({
    rows: actions,
    rowKey: ({ key }) => key,
    columns: [
      { key: 'action', label: t('columnAction'), value: ({ name }) => name },
      { key: 'kind', label: t('columnKind'), value: ({ kind }) => t(kinds[kind]) },
      {
        key: 'day',
        label: t('columnDay'),
        value: ({ startsOn }) => startsOn,
        cell: ({ startsOn }) => format.day(startsOn, 'long'),
      },
      {
        key: 'place',
        label: t('columnPlace'),
        value: ({ entities }) => (entities.length === 0 ? t('everywhere') : entities.join(', ')),
      },
      {
        key: 'people',
        label: t('columnPeople'),
        numeric: true,
        value: ({ participants }) => participants,
        cell: ({ participants }) => (participants === null ? '–' : format.number(participants)),
      },
      {
        key: 'effect',
        label: t('columnEffect'),
        value: effect,
        cell: (action) => <Status state={stateOf(action)}>{effect(action)}</Status>,
      },
    ],
  });
}

/** Where the panel is read as a table and exported, the gap is a figure with its ends, its places and its last Sunday. */
function useExported(table: (data: Animation) => TableOf<LedAction>): typeof table {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const gap: Column<LedAction> = {
    key: 'gap',
    label: t('columnGap'),
    numeric: true,
    value: (action) => gapOf(action)?.value ?? null,
    cell: (action) => {
      const found = gapOf(action);
      return found ? format.pointsBetween(found) : '–';
    },
    told: gapOf,
  };
  return (data) => {
    const { columns, ...rest } = table(data);
    return { ...rest, columns: [...columns, gap] };
  };
}

function gapOf({ effect, endsOn }: LedAction) {
  if (effect.verdict === 'refused') return null;
  return {
    ...effect.effect,
    n: effect.treated + effect.controls,
    asOf: addDays(weekEndOf(endsOn), 28),
    isChance: true,
  };
}

function stateOf({ effect }: LedAction) {
  if (effect.verdict === 'up') return 'done';
  if (effect.verdict === 'down') return 'attention';
  return effect.verdict === 'refused' && effect.reason === 'not_held' ? 'waiting' : 'unknown';
}

function useEffectText(): (action: LedAction) => string {
  const { t } = useTranslation('animation');
  const format = useFormat();
  const [level] = useReadingLevel();
  return ({ effect: found }) => {
    if (found.verdict === 'refused') return t(reasons[found.reason], { shock: found.shock ?? '' });
    const { effect, detectable, published } = found;
    const visible = format.points(detectable).replace('+', '');
    if (found.verdict === 'cannot_tell') {
      const isOpen = published.low < published.high && published.low <= 0 && published.high >= 0;
      const ends = format.pointsBetween(isOpen ? published : effect);
      const words = { ends, detectable: visible };
      if (isOpen) return t('effectOpen', words);
      return t(level === 'simple' || detectable >= 1 ? 'effectUnknown' : 'effectUnknownFrom', words);
    }
    const ends = { low: format.points(effect.low), high: format.points(effect.high) };
    return t(level === 'simple' ? 'effectPlain' : 'effectBetween', { effect: format.points(effect.value), ...ends });
  };
}
