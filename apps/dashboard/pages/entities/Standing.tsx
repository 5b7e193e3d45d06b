import { useTranslation } from 'react-i18next';
import { countStandings, judgedOf, type Standing as Where } from '#domain/rollout/standing.js';
import { useFormat } from '../../i18n/use-format.js';
import { type State, Status } from '../../ui/Status.js';
import { subtreeOf } from './order-tree.js';
import { type EntityRow } from './use-entity-rows.js';

const looks = {
  ahead: ['done', 'standingAhead'],
  on: ['onTime', 'standingOn'],
  unsure: ['running', 'standingUnsure'],
  behind: ['attention', 'standingBehind'],
  unplanned: ['waiting', 'standingUnplanned'],
  planless: ['unknown', 'standingPlanless'],
  unknown: ['unknown', 'standingUnknown'],
} as const satisfies Record<Where, readonly [State, string]>;

/** Where an entity stands against the plan of its wave: an icon and a word. */
export function Standing({ where }: { where: Where }) {
  const { t } = useTranslation('entities');
  const [state, word] = looks[where];
  return <Status state={state}>{t(word)}</Status>;
}

/** That a place stalls, beside a plan it may be ahead of: who was activated counts there, who still comes counts here. */
export function Stalls({ since }: { since: string | null }) {
  const { t } = useTranslation('entities');
  const format = useFormat();
  return (
    <Status state="attention">{since ? t('stallsSince', { day: format.day(since, 'short') }) : t('stalls')}</Status>
  );
}

/** Of a place where waves meet, which has no plan of its own, what stands below it. */
export function StandingOf({ row, rows }: { row: EntityRow; rows: EntityRow[] }) {
  const { t } = useTranslation('entities');
  if (row.place.kind !== 'node' || row.wave || row.standing !== 'planless') return <Standing where={row.standing} />;
  const smallest = subtreeOf(rows, row.key).filter(({ place }) => place.kind !== 'node');
  const counts = countStandings(smallest.map(({ standing }) => standing));
  const { behind, unsure, unplanned } = counts;
  const of = judgedOf(counts);
  if (of === 0 && unplanned === 0) return <Standing where="planless" />;
  if (of === 0) return <Status state="waiting">{t('insideNone')}</Status>;
  if (behind === 0 && unsure > 0) return <Status state="running">{t('insideUnsure')}</Status>;
  if (behind === 0) return <Status state="onTime">{t('insideFine')}</Status>;
  return <Status state="attention">{t('insideBehind', { behind, of })}</Status>;
}
