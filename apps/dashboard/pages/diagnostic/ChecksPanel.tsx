import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Diagnostic, type Verdict } from '#contract/diagnostic.js';
import { type CheckKind } from '#domain/diagnostic/check.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { useReadingLevel } from '../../ui/reading-level.js';
import { Status } from '../../ui/Status.js';
import { type TableOf } from '../../ui/table-of.js';
import styles from './diagnostic.module.css';
import { EvidenceList } from './EvidenceList.js';
import { errorWords, lightStates, stateWords, originWord } from './lights.js';
import { checkNamed, useQuestionOf, useWords } from './use-signals.js';

interface ChecksPanelProps {
  query: PanelQuery<Diagnostic>;
  title: string;
  subtitle: string;
  of: 'errors' | 'pillars' | 'actions' | 'takeaways';
}

/** A calm list: what is judged, the verdict, and its evidence one step away. */
export function ChecksPanel({ query, title, subtitle, of }: ChecksPanelProps) {
  const table = useCheckTable();
  return (
    <Panel query={query} title={title} subtitle={subtitle} table={(data) => table(data[of])} height={480}>
      {(data) => (
        <ul className={styles.checks}>
          {data[of].map((verdict) => (
            <li key={verdict.check}>
              <CheckRow verdict={verdict} scope={data.scope} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function CheckRow({ verdict, scope }: { verdict: Verdict; scope: Diagnostic['scope'] }) {
  const { t } = useTranslation('diagnostic');
  const words = useWords();
  const questionOf = useQuestionOf();
  const asked = questionOf(verdict);
  const about = useAbout();
  const check = checkNamed(verdict.check);
  if (!check) return null;
  return (
    <details className={styles.check}>
      <summary>
        <IconChevronRight size={16} stroke={1.8} aria-hidden className={styles.fold} />
        <span className={styles.light}>
          <Status state={lightStates[verdict.light]}>{t(wordsOf(check.kind)[verdict.light])}</Status>
        </span>
        <span className={styles.what}>
          <span className={styles.name}>{words(check.title)}</span>
          {(asked ?? check.kind !== 'takeaway') && (
            <span className={styles.question}>{asked ? t('ask', { question: asked }) : words(check.question)}</span>
          )}
        </span>
        <span className={styles.about}>{about(verdict)}</span>
      </summary>
      <div className={styles.body}>
        <p className={styles.rule}>
          <strong>{t('rule')}</strong> {words(check.rule)}
        </p>
        <EvidenceList verdict={verdict} scope={scope} />
      </div>
    </details>
  );
}

const wordsOf = (kind: CheckKind | undefined) => (kind === 'error' ? errorWords : stateWords);

const confidences = { high: 'confidenceHigh', medium: 'confidenceMedium', low: 'confidenceLow' } as const;

/** Where the verdict comes from; for experts also how far it may be relied on. */
function useAbout(): (verdict: Verdict) => string {
  const { t } = useTranslation('diagnostic');
  const [level] = useReadingLevel();
  return ({ origin, confidence, available, wanted }) => {
    const said = t(originWord({ origin, available }));
    if (level === 'simple') return said;
    const signals = t('signals', { count: available, wanted });
    return [said, confidence && t(confidences[confidence]), signals].filter(Boolean).join(' · ');
  };
}

function useCheckTable(): (verdicts: Verdict[]) => TableOf<Verdict> {
  const { t } = useTranslation('diagnostic');
  const words = useWords();
  const questionOf = useQuestionOf();
  const about = useAbout();
  const titleOf = (key: string) => {
    const check = checkNamed(key);
    return check ? words(check.title) : key;
  };
  return (rows) => ({
    rows,
    rowKey: ({ check }) => check,
    columns: [
      { key: 'check', label: t('columnCheck'), value: ({ check: key }) => titleOf(key) },
      {
        key: 'light',
        label: t('columnVerdict'),
        value: ({ check, light }) => t(wordsOf(checkNamed(check)?.kind)[light]),
        cell: ({ check, light }) => (
          <Status state={lightStates[light]}>{t(wordsOf(checkNamed(check)?.kind)[light])}</Status>
        ),
      },
      { key: 'about', label: t('columnAbout'), value: about },
      {
        key: 'ask',
        label: t('columnAsk'),
        value: (verdict) => questionOf(verdict) ?? null,
      },
    ],
  });
}
