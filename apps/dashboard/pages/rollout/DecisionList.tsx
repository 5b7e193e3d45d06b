import { useTranslation } from 'react-i18next';
import { type GateRecommendation, type WaveDecision } from '#contract/gate.js';
import { useOrganization } from '../../api/organization.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './GatePanel.module.css';

const decided = { go: 'decidedGo', postpone: 'decidedPostpone', no_go: 'decidedNoGo' } as const;
const rules: Record<GateRecommendation, 'ruleGo' | 'ruleNoGo' | 'ruleIncomplete'> = {
  go: 'ruleGo',
  no_go: 'ruleNoGo',
  incomplete: 'ruleIncomplete',
};

/** Decisions of every opening, the newest first, each with what the rules said then. */
export function DecisionList({ decisions }: { decisions: WaveDecision[] }) {
  const { t } = useTranslation('gate');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const nameOf = (wave: string) => organization?.waves.find(({ key }) => key === wave)?.name ?? wave;
  if (decisions.length === 0) return null;
  return (
    <section className={styles.decisions}>
      <h3>{t('decisions')}</h3>
      <ul>
        {decisions.map(({ id, wave, decidedOn, decision, reason, recommendation, by }) => (
          <li key={id}>
            <span>
              {format.day(decidedOn, 'medium')} · {nameOf(wave)} · <strong>{t(decided[decision])}</strong>
            </span>
            <p>{reason}</p>
            <small>
              {by === null ? t('byGone') : t('by', { name: by })} · {t(rules[recommendation])}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
