import { useTranslation } from 'react-i18next';
import { type Gate, type GateEvidence, type GateLight } from '#contract/gate.js';
import { useFormat } from '../../i18n/use-format.js';
import { write } from '../../ui/measured.js';
import { type State, Status } from '../../ui/Status.js';
import { type TableOf } from '../../ui/table-of.js';
import styles from './GatePanel.module.css';

const icons: Record<GateLight, State> = { green: 'done', amber: 'running', red: 'failed', unknown: 'unknown' };

/** Rules of the gate, each with its light and what was found. */
export function useGateTable(): (gate: Gate) => TableOf<GateEvidence> {
  const { t } = useTranslation('gate');
  const format = useFormat();
  const found = useFinding();
  const titleOf = ({ rule, threshold }: GateEvidence, previous: string) =>
    t(rule, { previous, threshold: threshold === null ? '' : format.percent(threshold) });
  return ({ rules, previous }) => ({
    columns: [
      {
        key: 'rule',
        label: t('columnRule'),
        value: (evidence) => titleOf(evidence, previous?.name ?? t('noPrevious')),
        cell: (evidence) => (
          <>
            {titleOf(evidence, previous?.name ?? t('noPrevious'))}
            <small className={styles.source}> {t(evidence.evidence)}</small>
          </>
        ),
      },
      {
        key: 'state',
        label: t('columnState'),
        value: ({ light }) => ['red', 'unknown', 'amber', 'green'].indexOf(light),
        cell: ({ light }) => <Status state={icons[light]}>{t(light)}</Status>,
      },
      { key: 'evidence', label: t('columnEvidence'), value: found },
    ],
    rows: rules,
    rowKey: ({ rule }) => rule,
  });
}

const itemNames = {
  sponsor_named: 'item_sponsor_named',
  communication_plan: 'item_communication_plan',
  content_plan: 'item_content_plan',
  launch_checklist: 'item_launch_checklist',
} as const;
const isNamed = (item: string): item is keyof typeof itemNames => item in itemNames;

function useFinding(): (evidence: GateEvidence) => string {
  const { t } = useTranslation('gate');
  const format = useFormat();
  return ({ rule, light, measured, items }) => {
    if (measured) {
      const { value, people, interval, masked, note } = write(measured, 'percent', format);
      if (value === null) return masked ?? note ?? t('notCounted');
      const day = t('asOf', { day: format.day(measured.asOf, 'short') });
      const isHabit = rule === 'habit';
      const why = isHabit && light === 'unknown' && t('habitUnseen');
      const base = isHabit && t('habitBase');
      return [value, people, base, interval && t('interval', interval), day, why].filter(Boolean).join(' · ');
    }
    const said = items.filter(({ state }) => state !== null);
    if (said.length === 0) {
      // A sponsor may be known from the terms of office instead of the checklist.
      if (rule === 'sponsor' && light !== 'unknown') return t(light === 'green' ? 'done' : 'missing');
      return t(items.length === 0 ? 'notCounted' : 'notSaid');
    }
    return items
      .map(({ item, state }) => {
        const [name, word]: string[] = [isNamed(item) ? t(itemNames[item]) : item, t(state ?? 'unknown')];
        return t('itemState', { name, word });
      })
      .join(', ');
  };
}
