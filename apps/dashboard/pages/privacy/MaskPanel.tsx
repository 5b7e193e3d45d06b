import { useTranslation } from 'react-i18next';
import { type Organization, type TreeNode } from '#contract/organization.js';
import { useOrganization } from '../../api/organization.js';
import { placeName } from '#domain/sentences/place-name.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

const indent = '\u2003';

/** The mask of this organisation, drawn on its tree: which groups a figure is about, and how many people they hold. */
export function MaskPanel() {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const query = useOrganization();
  const tableOf = (data: Organization): TableOf<TreeNode> => {
    const parents = new Map(data.nodes.map(({ key, parent }) => [key, parent]));
    const depth = (key: string | null | undefined): number => {
      const above = key === null || key === undefined ? null : parents.get(key);
      return above === null || above === undefined ? 0 : 1 + depth(above);
    };
    return {
      rows: data.nodes,
      rowKey: ({ key }) => key,
      columns: [
        {
          key: 'place',
          label: t('place'),
          value: (node) => placeName(node, format.language),
          cell: (node) => indent.repeat(depth(node.key)) + placeName(node, format.language),
        },
        { key: 'kind', label: t('placeKind'), value: ({ kind }) => t(`kind_${kind}`) },
        { key: 'people', label: t('placePeople'), value: ({ headcount }) => headcount },
      ],
    };
  };
  const cellsOf = ({ nodes }: Organization) => nodes.filter(({ kind }) => kind !== 'node');
  return (
    <Panel
      query={query}
      title={(data) =>
        data.nodes.length === 0
          ? t('maskTitle')
          : t('maskSay', {
              n: format.number(cellsOf(data).length),
              least: format.number(Math.min(...cellsOf(data).map(({ headcount }) => headcount))),
            })
      }
      waitingTitle={t('maskTitle')}
      subtitle={t('maskSubtitle')}
      caption={t('maskCaption')}
      empty={({ nodes }) => (nodes.length === 0 ? <EmptyState title={t('maskNone')} /> : null)}
    >
      {(data) => <DataTable {...tableOf(data)} label={t('maskTitle')} maxHeight={420} />}
    </Panel>
  );
}
