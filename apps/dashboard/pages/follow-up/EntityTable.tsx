import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type FollowedEntity, type FollowUp } from '#contract/follow-up.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Masked } from '../../ui/Masked.js';
import { write } from '../../ui/measured.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { Status } from '../../ui/Status.js';
import { type TableOf } from '../../ui/table-of.js';
import { outcomeWords } from './outcome-words.js';
import { toldSignedIn } from './signed-in.js';

interface EntityTableProps {
  query: PanelQuery<FollowUp>;
  which: 'small' | 'back';
}

const words = {
  small: { title: 'smallTitle', subtitle: 'smallSubtitle', none: 'smallNone' },
  back: { title: 'backTitle', subtitle: 'backSubtitle', none: 'backNone' },
} as const;

/** Entities read across: small ones in the order in which to call them, and those that came back. */
export function EntityTable({ query, which }: EntityTableProps) {
  const { t } = useTranslation('follow-up');
  const table = useTable();
  const { title, subtitle, none } = words[which];
  return (
    <Panel
      query={query}
      title={t(title)}
      subtitle={t(subtitle)}
      height={240}
      empty={(data) => (data[which].length === 0 ? <EmptyState title={t(none)} /> : null)}
      table={(data) => table(data[which], data.freshness?.weekEnd ?? null)}
    >
      {(data) => (
        <DataTable {...table(data[which], data.freshness?.weekEnd ?? null)} label={t(title)} maxHeight={420} />
      )}
    </Panel>
  );
}

/** Its name, and that it falls behind: those stand first. */
function Named({ entity }: { entity: FollowedEntity }) {
  const { t } = useTranslation('entities');
  const format = useFormat();
  const { low, since } = entity;
  return (
    <>
      {placeName(entity, format.language)}{' '}
      {low && (
        <Status state="attention">{since ? t('stallsSince', { day: format.day(since, 'short') }) : t('stalls')}</Status>
      )}
    </>
  );
}

function useTable(): (rows: FollowedEntity[], week: string | null) => TableOf<FollowedEntity> {
  const { t } = useTranslation('follow-up');
  const format = useFormat();
  const called = ({ lastCall }: FollowedEntity) =>
    lastCall
      ? t('lastCall', { day: format.day(lastCall.calledOn), outcome: t(outcomeWords[lastCall.outcome]) })
      : t('never');
  return (rows, week) => ({
    rows,
    rowKey: ({ place }) => place,
    columns: [
      {
        key: 'name',
        label: t('entity'),
        value: (entity) => placeName(entity, format.language),
        cell: (entity) => <Named entity={entity} />,
      },
      { key: 'wave', label: t('wave'), value: ({ waves }) => waves.join(', ') || null },
      { key: 'people', label: t('people'), numeric: true, value: ({ headcount }) => headcount },
      // A source that tells no connection leaves nothing to show of any of them.
      ...(rows.some(({ signedIn }) => signedIn.shown === 'value')
        ? [
            {
              ...{ key: 'signed', label: t('signedIn'), numeric: true, cell: signedIn },
              value: (entity: FollowedEntity) => entity.signedIn.value,
              told: (entity: FollowedEntity) => toldSignedIn(entity, week),
            },
          ]
        : []),
      { key: 'call', label: t('call'), value: ({ lastCall }) => lastCall?.calledOn ?? '', cell: called },
    ],
  });

  /** People between two ends, for a share of so few looks finer than it is; without them, why. */
  function signedIn(entity: FollowedEntity): ReactNode {
    const { value, masked, unmeasurable, people } = write(entity.signedIn, 'people', format);
    const reason = masked ?? unmeasurable;
    if (reason === undefined) return value ?? people ?? null;
    return <Masked reason={reason} unmeasurable={unmeasurable !== undefined} />;
  }
}
