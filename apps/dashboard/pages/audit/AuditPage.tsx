import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AuditEntry, AuditLog } from '#contract/audit.js';
import { Role } from '#contract/access.js';
import { get, organizationPath } from '../../api/client.js';
import { useSession } from '../../api/session.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { localeOf } from '#domain/sentences/language.js';
import { useCountryName } from '../../i18n/use-country-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { Sentence } from '../../ui/Sentence.js';
import { type TableOf } from '../../ui/table-of.js';
import { wordOfKind } from '../../ui/kind-words.js';
import { actionWords } from './action-words.js';
import { detailValues, detailWords } from './detail-words.js';
import { type Sayings, toldDetail } from './told-detail.js';

/** Whose deed it is where no account did it. */
const unnamed: Partial<Record<string, 'byItself' | 'byLink'>> = {
  report_issued: 'byItself',
  report_sent: 'byItself',
  report_opened: 'byLink',
};

/** Who did what to the settings, and who exported what: for whoever watches over the data. Nobody's activity is in it. */
export default function AuditPage(): ReactNode {
  const { t } = useTranslation(['audit', 'accounts', 'file-kinds']);
  const [whose, setWhose] = useState('organization');
  const slug = useOrganizationSlug();
  const ofAll = useSession()?.account.role === 'admin';
  const path = whose === 'organization' ? organizationPath(slug, 'audit') : '/v1/audit';
  const query = useQuery({
    queryKey: ['audit', path],
    queryFn: ({ signal }) => get(path, AuditLog, {}, signal),
  });
  const tableOf = useAuditTable();
  return (
    <>
      <Sentence page={t('page')} detail={t('detail')}>
        {t('say')}
      </Sentence>
      <Panel
        query={query}
        title={t('title')}
        subtitle={t('subtitle')}
        caption={({ more }) => (more ? t('more') : t('caption'))}
        table={tableOf}
        empty={({ entries }) => (entries.length === 0 ? <EmptyState title={t('none')} /> : null)}
        actions={
          ofAll && (
            <SegmentedControl
              size="xs"
              // On a phone the longer of both names takes two lines.
              styles={{ label: { whiteSpace: 'normal' } }}
              aria-label={t('whose')}
              value={whose}
              onChange={setWhose}
              data={[
                { value: 'organization', label: t('ofOrganization') },
                { value: 'installation', label: t('ofInstallation') },
              ]}
            />
          )
        }
      >
        {(data) => <DataTable {...tableOf(data)} label={t('title')} maxHeight={640} />}
      </Panel>
    </>
  );
}

function useAuditTable(): (log: AuditLog) => TableOf<AuditEntry> {
  const { t } = useTranslation('audit');
  const { t: accounts } = useTranslation('accounts');
  const { t: kinds } = useTranslation('file-kinds');
  const format = useFormat();
  const { language } = format;
  const country = useCountryName();
  // With the year, which moments on other pages leave out: the log is kept for twelve months.
  const time = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short' });
  const wordOf = (action: string) => {
    const word = actionWords[action];
    return word ? t(word) : action;
  };
  const say: Sayings = {
    ...{ nothing: '–', yes: t('yes'), no: t('no') },
    ...{ number: format.number, share: format.percent, country },
    day: (day) => format.day(day, 'long'),
    list: (values) => new Intl.ListFormat(language).format(values),
    name: (key) => {
      const word = detailWords[key];
      return word ? t(word) : null;
    },
    word: (key, value) => {
      const role = key === 'role' ? Role.safeParse(value).data : undefined;
      if (role) return accounts(`role_${role}`);
      const kind = key === 'kind' ? wordOfKind(value) : null;
      if (kind) return kinds(kind);
      const word = detailValues[value];
      return word ? t(word) : null;
    },
    pair: (name, value) => t('pair', { name, value }),
  };
  const told = ({ detail, about }: AuditEntry) =>
    Object.entries(about === null ? detail : { ...detail, account: about })
      .map(([key, value]) => toldDetail(key, value, say))
      .join(' · ');
  return ({ entries }) => ({
    rows: entries,
    rowKey: ({ position }) => String(position),
    columns: [
      { key: 'at', label: t('at'), value: ({ at }) => at, cell: ({ at }) => time.format(new Date(at)) },
      { key: 'by', label: t('by'), value: ({ by, action }) => by ?? t(unnamed[action] ?? 'commandLine') },
      { key: 'action', label: t('action'), value: ({ action }) => wordOf(action) },
      { key: 'detail', label: t('what'), value: told },
      { key: 'position', label: t('position'), value: ({ position }) => position },
    ],
  });
}
