import { useTranslation } from 'react-i18next';
import { Gate } from '#contract/gate.js';
import { useReading } from '../../api/reading.js';
import { useRights } from '../../api/rights.js';
import { type Day } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel } from '../../ui/Panel.js';
import { DecisionForm } from './DecisionForm.js';
import { DecisionList } from './DecisionList.js';
import styles from './GatePanel.module.css';
import { useGateTable } from './use-gate-table.js';

/** May the next wave open: rule by rule, with the decision that a person takes. */
export function GatePanel({ week }: { week: Day | undefined }) {
  const { t } = useTranslation('gate');
  const format = useFormat();
  const gate = useReading('gate', Gate, { week });
  const finding = useGateFinding();
  const table = useGateTable();
  const { manages: mayDecide } = useRights();
  if (gate.data && gate.data.next === null && gate.data.decisions.length === 0) return null;
  return (
    <Panel
      query={gate}
      title={finding}
      waitingTitle={t('title')}
      subtitle={({ next }) => (next ? t('subtitle', { day: format.day(next.plannedStart, 'long') }) : '')}
      caption={({ next }) => next && t('caption')}
      height={420}
    >
      {(data) => (
        <div className={styles.gate}>
          {data.next && <DataTable {...table(data)} label={t('title')} />}
          {data.next && mayDecide && week === undefined && <DecisionForm wave={data.next.key} />}
          <DecisionList decisions={data.decisions} />
        </div>
      )}
    </Panel>
  );
}

function useGateFinding(): (gate: Gate) => string {
  const { t } = useTranslation('gate');
  return ({ next, rules, recommendation }) => {
    if (!next) return t('findingNone');
    const { name } = next;
    const count = (light: string) => rules.filter((rule) => rule.light === light).length;
    if (recommendation === 'no_go') return t('findingNoGo', { name, count: count('red') });
    if (recommendation === 'incomplete') return t('findingIncomplete', { name, count: count('unknown') });
    return t('findingGo', { name });
  };
}
