import { useTranslation } from 'react-i18next';
import { type ImportPreview, wholePreviewBytes } from '#contract/import-preview.js';
import { type ImportKind } from '#contract/imports.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { useOrganization } from '../../api/organization.js';
import { useFormat } from '../../i18n/use-format.js';
import { useWords } from '../../i18n/use-words.js';
import { isPlaced, isPlanned } from './first-steps.js';
import { type Reading } from './reading.js';
import styles from './sources.module.css';
import { toldDays } from './told-days.js';
import { useFileHolds } from './use-file-holds.js';
import { useImports } from './use-sources.js';

interface Props {
  file: File;
  kind: ImportKind;
  reading: Reading;
  /** Of its beginning; of an archive of the whole. */
  preview: ImportPreview;
}

/** What a whole file of acts holds, before anything of it is kept. Where it cannot be read as it stands, that is said elsewhere. */
export function FileHolds({ file, kind, reading, preview }: Props) {
  const { t } = useTranslation('hand-in');
  const isTable = preview.columns.length > 0;
  const isRead = preview.errorCode === null && preview.rejects.every(({ code }) => code !== 'naive_timestamp');
  const whole = useFileHolds(file, kind, reading, isTable && isRead && preview.holds === null);
  const holds = preview.holds ?? whole.data?.holds ?? null;
  if (holds) return <Holding of={holds} />;
  if (file.size > wholePreviewBytes) return <p className={styles.faint}>{t('holdsUnknown')}</p>;
  return whole.isFetching ? <p className={styles.faint}>{t('holdsReading')}</p> : null;
}

function Holding({ of: holds }: { of: NonNullable<ImportPreview['holds']> }) {
  const { t } = useTranslation('hand-in');
  const format = useFormat();
  const words = useWords();
  const { firstDay, lastDay, kinds, silenced, computable, indicators } = holds;
  const { data: organization } = useOrganization();
  const { data: imports } = useImports();
  // What people did is one half: who they are, and who was to be reached, comes with other files.
  const also =
    imports && organization
      ? [
          ...(isPlaced(imports, organization) ? [] : [t('holdsNoDirectory')]),
          ...(isPlanned(imports, organization) ? [] : [t('holdsNoWaves')]),
        ]
      : [];
  const without = silenced.filter(({ how }) => how === 'not');
  const counts = [
    t('holdsRows', { count: holds.rows, n: format.number(holds.rows) }),
    t('holdsAccounts', { count: holds.accounts, n: format.number(holds.accounts) }),
    ...(holds.groups > 0 ? [t('holdsGroups', { count: holds.groups, n: format.number(holds.groups) })] : []),
    ...(firstDay && lastDay ? [toldDays(firstDay, lastDay, (one) => format.day(one, 'long'))] : []),
  ];
  return (
    <div className={styles.holds}>
      <p>
        <strong>{t('holdsTitle')}</strong> {counts.join(' · ')}
      </p>
      {kinds.length > 0 && (
        <>
          <p>
            {words.write(kinds.map(({ kind, times }) => `${words.kinds([kind])} × ${format.number(times)}`).join(', '))}
          </p>
          <p>
            {[t('holdsComputable', { n: format.number(computable), of: format.number(indicators) }), ...also].join(' ')}
          </p>
          <details>
            <summary>{t('holdsWithout', { count: without.length, n: format.number(without.length) })}</summary>
            <ul>
              {without.map(({ indicator, kinds: lacking, attributes }) => (
                <li key={indicator}>
                  {t('holdsLack', {
                    indicator: words.say(indicatorOf(indicator).title),
                    missing: words.missing(lacking, attributes),
                  })}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </div>
  );
}
