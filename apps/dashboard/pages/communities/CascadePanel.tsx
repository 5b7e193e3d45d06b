import { useTranslation } from 'react-i18next';
import { Cascade } from '#contract/cascade.js';
import { useReading } from '../../api/reading.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

type Step = Cascade['steps'][number];

/** Who supports whom: head of communities, animators, relays who volunteered. Absent where nobody is declared. */
export function CascadePanel() {
  const { t } = useTranslation('communities');
  const query = useReading('communities/cascade', Cascade);
  const nameOf = ({ name }: { name: string | null }) => name ?? t('nameless');
  const above = ({ role, supportedBy }: Step) => {
    if (role === 'head') return '–';
    return supportedBy.length === 0 ? t('cascadeAlone') : supportedBy.map(nameOf).join(', ');
  };
  const tableOf = ({ steps }: Cascade): TableOf<Step> => ({
    rows: steps,
    rowKey: ({ role, name, entity }) => `${role} ${name} ${entity}`,
    columns: [
      { key: 'name', label: t('cascadeName'), value: nameOf },
      { key: 'role', label: t('cascadeRole'), value: ({ role }) => t(role) },
      { key: 'for', label: t('cascadeFor'), value: ({ entityName }) => entityName ?? t('cascadeEverywhere') },
      { key: 'by', label: t('cascadeBy'), value: above },
    ],
  });
  const count = ({ steps }: Cascade, role: Step['role']) => steps.filter((step) => step.role === role).length;
  if (!query.data || query.data.steps.length === 0) return null;
  return (
    <Panel
      query={query}
      title={(data) =>
        t('cascadeTitle', {
          ...{ heads: count(data, 'head'), animators: count(data, 'animator'), relays: count(data, 'relay') },
        })
      }
      subtitle={t('cascadeSubtitle')}
      caption={t('cascadeCaption')}
      height={200}
      table={tableOf}
    >
      {(data) => <DataTable label={t('cascadeSubtitle')} {...tableOf(data)} maxHeight={360} />}
    </Panel>
  );
}
