import { Button } from '@mantine/core';
import { IconPencil, IconTarget } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Target, type Targets } from '#contract/targets.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { useRights } from '../../api/rights.js';
import { useTargets } from '../../api/targets.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { Status } from '../../ui/Status.js';
import { type TableOf } from '../../ui/table-of.js';
import { stateIcons, useGoalWords } from '../../ui/targets/target-words.js';
import { TargetForm } from '../../ui/targets/TargetForm.js';
import styles from '../../ui/targets/targets.module.css';
import { useWrittenRate } from '../../ui/written-rate.js';

// What asks for something comes first.
const order: Target['state'][] = ['missed', 'unsure', 'untold', 'open', 'late', 'met'];

/** Every target of the organisation, and how each stands. */
export function TargetsPanel() {
  const { t } = useTranslation('targets');
  const query = useTargets();
  const { declaresFacts } = useRights();
  const [edited, edit] = useState<{ target: Target | null } | null>(null);
  const table = useTargetTable(declaresFacts ? (target) => edit({ target }) : undefined);
  const title = ({ targets }: Targets) => {
    const count = (...states: Target['state'][]) => targets.filter(({ state }) => states.includes(state)).length;
    if (targets.length === 0) return t('title');
    return t('finding', {
      met: count('met', 'late'),
      open: count('open'),
      missed: count('missed'),
      of: targets.length,
    });
  };
  const add = declaresFacts && (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconTarget size={14} stroke={1.7} aria-hidden />}
      onClick={() => edit({ target: null })}
    >
      {t('new')}
    </Button>
  );
  return (
    <>
      <Panel
        query={query}
        title={title}
        waitingTitle={t('title')}
        subtitle={t('subtitle')}
        height={160}
        table={({ targets }) => table(targets)}
      >
        {({ targets }) => (
          <>
            {targets.length === 0 ? (
              <EmptyState title={t('none')} action={add}>
                {t('noneDetail')}
              </EmptyState>
            ) : (
              <DataTable {...table(targets)} label={t('subtitle')} maxHeight={420} />
            )}
            {targets.length > 0 && <div className={styles.buttons}>{add}</div>}
          </>
        )}
      </Panel>
      {edited && <TargetForm {...edited} onDone={() => edit(null)} />}
    </>
  );
}

function useTargetTable(onEdit: ((target: Target) => void) | undefined) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const written = useWrittenRate();
  const { aim } = useGoalWords();
  const told = ({ state, now, due }: Target) => (state === 'open' || state === 'late' ? now : (due ?? now));
  return (targets: Target[]): TableOf<Target> => ({
    rows: targets,
    rowKey: ({ scope, indicator, windowDays, dueOn }) => [scope, indicator, windowDays, dueOn].join('/'),
    columns: [
      { key: 'place', label: t('place'), value: ({ name }) => name || t('whole') },
      {
        key: 'indicator',
        label: t('indicator'),
        value: ({ indicator }) => indicatorOf(indicator).title[format.language],
      },
      { key: 'aim', label: t('aim'), value: aim },
      { key: 'by', label: t('by'), value: ({ dueOn }) => dueOn, cell: ({ dueOn }) => format.day(dueOn, 'medium') },
      {
        key: 'now',
        label: t('now'),
        numeric: true,
        share: true,
        value: (target) => told(target)?.value ?? null,
        told: (target) => {
          const measure = told(target);
          return measure && { ...measure, asOf: measure.periodEnd };
        },
        cell: (target) => {
          const measure = told(target);
          return measure ? written(measure) : '–';
        },
      },
      {
        key: 'state',
        label: t('state'),
        value: ({ state }) => t(state),
        order: ({ state }) => order.indexOf(state),
        cell: ({ state }) => <Status state={stateIcons[state]}>{t(state)}</Status>,
      },
      ...(onEdit
        ? [
            {
              key: 'edit',
              label: '',
              drawnOnly: true,
              value: () => null,
              cell: (target: Target) => (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('editNamed', { name: indicatorOf(target.indicator).title[format.language] })}
                  onClick={() => onEdit(target)}
                >
                  <IconPencil size={14} stroke={1.7} aria-hidden />
                </Button>
              ),
            },
          ]
        : []),
    ],
  });
}
