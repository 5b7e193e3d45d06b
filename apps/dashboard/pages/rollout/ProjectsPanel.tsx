import { useTranslation } from 'react-i18next';
import { type Preparation, type SiteProject } from '#contract/preparation.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type Column, type TableOf } from '../../ui/table-of.js';

/** Each site as a mini-project: who answers for it, when it starts, with what. Absent where nothing was declared. */
export function ProjectsPanel({ query }: { query: PanelQuery<Preparation> }) {
  const { t } = useTranslation('preparation');
  const table = useProjectTable();
  if (!query.data || query.data.sites.length === 0) return null;
  return (
    <Panel
      query={query}
      title={({ sites }) =>
        t('projectsFinding', { count: sites.filter(({ kickOff }) => kickOff !== null).length, of: sites.length })
      }
      subtitle={t('projectsSubtitle')}
      caption={t('projectsCaption')}
      height={240}
      table={table}
    >
      {(data) => <DataTable label={t('projectsSubtitle')} {...table(data)} maxHeight={420} />}
    </Panel>
  );
}

function useProjectTable(): (data: Preparation) => TableOf<SiteProject> {
  const { t } = useTranslation('preparation');
  const format = useFormat();
  const words = (
    key: 'localDirector' | 'businessLead' | 'hrLead' | 'contact' | 'language',
    label: string,
  ): Column<SiteProject> => ({ key, label, value: (site) => site[key] });
  const done = ({ items }: SiteProject) => items.filter(({ state }) => state === 'done').length;
  return ({ sites }) => ({
    rows: sites,
    rowKey: ({ entity }) => entity,
    columns: [
      { key: 'site', label: t('site'), value: ({ name }) => name },
      words('localDirector', t('localDirector')),
      words('businessLead', t('businessLead')),
      words('hrLead', t('hrLead')),
      {
        key: 'kickOff',
        label: t('kickOff'),
        value: ({ kickOff }) => kickOff,
        cell: ({ kickOff }) => (kickOff ? format.day(kickOff, 'medium') : '–'),
      },
      words('contact', t('contact')),
      words('language', t('language')),
      { key: 'budget', label: t('budget'), numeric: true, value: ({ budget }) => budget },
      { key: 'days', label: t('days'), numeric: true, value: ({ days }) => days },
      {
        key: 'items',
        label: t('checklist'),
        numeric: true,
        value: done,
        cell: (site) => (site.items.length === 0 ? '–' : t('checklistOf', { done: done(site), of: site.items.length })),
      },
    ],
  });
}
