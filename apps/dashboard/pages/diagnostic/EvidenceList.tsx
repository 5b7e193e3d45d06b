import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Diagnostic, type Finding, type Verdict } from '#contract/diagnostic.js';
import { useOrganization } from '../../api/organization.js';
import { useRights } from '../../api/rights.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { Status } from '../../ui/Status.js';
import { DeclareForm } from './DeclareForm.js';
import styles from './diagnostic.module.css';
import { fileOf, pageOf } from './evidence-links.js';
import { lightStates } from './lights.js';
import { useEvidenceText } from './use-evidence-text.js';
import { type SignalWords, useSignalOf } from './use-signals.js';

interface EvidenceListProps {
  verdict: Verdict;
  scope: Diagnostic['scope'];
}

/** What the verdict rests on first, then what stands beside it. */
export function EvidenceList({ verdict, scope }: EvidenceListProps) {
  const { t } = useTranslation('diagnostic');
  const parts = [
    { key: 'decides', title: t('decides'), findings: verdict.findings.filter(({ decides }) => decides) },
    { key: 'beside', title: t('beside'), findings: verdict.findings.filter(({ decides }) => !decides) },
  ].filter(({ findings }) => findings.length > 0);
  return parts.map(({ key, title, findings }) => (
    <section key={key}>
      <h3 className={styles.part}>{title}</h3>
      <ul className={styles.evidence}>
        {findings.map((finding) => (
          <EvidenceRow key={finding.signal} check={verdict.check} finding={finding} scope={scope} />
        ))}
      </ul>
    </section>
  ));
}

function EvidenceRow(props: { check: string; finding: Finding; scope: Diagnostic['scope'] }) {
  const { check, finding, scope } = props;
  const { t } = useTranslation('diagnostic');
  const { declaresFacts: mayDeclare } = useRights();
  const words = useSignalOf()(check, finding.signal);
  const text = useEvidenceText();
  const place = useDeclaredAt(scope);
  if (!words) return null;
  return (
    <li className={styles.finding} data-silent={finding.silence !== null || undefined}>
      <span className={styles.mark}>
        {finding.light && finding.silence === null ? (
          <Status state={lightStates[finding.light]}>{t(finding.light)}</Status>
        ) : (
          <Status state={finding.silence === null ? 'waiting' : 'unknown'}>
            {t(finding.silence === null ? 'context' : 'unknown')}
          </Status>
        )}
      </span>
      <span className={styles.said}>
        <span className={styles.signal}>
          {words.title} <small>{t(finding.origin)}</small>
        </span>
        <span className={styles.value}>{text(finding, words)}</span>
        <Links words={words} finding={finding} mayDeclare={mayDeclare} />
        {words.signal.item && mayDeclare && place !== null && (
          <DeclareForm item={words.signal.item} scope={place} state={finding.state} name={words.title} />
        )}
      </span>
    </li>
  );
}

function Links({ words, finding, mayDeclare }: { words: SignalWords; finding: Finding; mayDeclare: boolean }) {
  const { t } = useTranslation('diagnostic');
  const { t: shell } = useTranslation('shell');
  const format = useFormat();
  const slug = useOrganizationSlug();
  const [page, file] = [pageOf(words.signal), fileOf(words.signal)];
  const isMissing = finding.silence !== null;
  if (!page && !file) return null;
  return (
    <span className={styles.links}>
      {page && (
        <Anchor component={Link} to={`/o/${slug}/${page}`} inherit>
          {t('seePage', { page: pageName(shell, page) })}
        </Anchor>
      )}
      {file && isMissing && mayDeclare && (
        <Anchor component={Link} to={`/o/${slug}/sources`} inherit>
          {t('importFile', { file: `${file}.csv`, language: format.language })}
        </Anchor>
      )}
    </span>
  );
}

const pageName = (shell: ReturnType<typeof useTranslation<'shell'>>['t'], page: string): string =>
  shell(page as 'usage');

/** Under which key something is declared of the scope shown; null where several entities are read together. */
function useDeclaredAt({ kind, key }: Diagnostic['scope']): string | null {
  const { data } = useOrganization();
  if (kind === 'organisation') return '';
  if (kind === 'wave') return key;
  return data?.nodes.find((node) => node.key === key)?.entity ?? null;
}
