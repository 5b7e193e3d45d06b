import { useTranslation } from 'react-i18next';
import { type Preparation, type ToolTrial } from '#contract/preparation.js';
import { useFormat } from '../../i18n/use-format.js';
import { DataTable } from '../../ui/DataTable.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { type TableOf } from '../../ui/table-of.js';

/** How the tool was chosen: what was tried, on which scenario, by how many. Absent where nothing was declared. */
export function ChoicePanel({ query }: { query: PanelQuery<Preparation> }) {
  const { t } = useTranslation('preparation');
  const format = useFormat();
  const people = ({ participants, headcount, share }: ToolTrial) => {
    if (participants === null) return '–';
    if (headcount === null || share === null) return format.number(participants);
    return t('participantsOf', {
      ...{ n: format.number(participants), of: format.number(headcount) },
      share: format.percent(share, 1),
    });
  };
  const tableOf = ({ trials }: Preparation): TableOf<ToolTrial> => ({
    rows: trials,
    rowKey: ({ key }) => key,
    columns: [
      {
        key: 'tool',
        label: t('tool'),
        value: ({ tool }) => tool,
        cell: ({ tool, chosen }) => (chosen ? <strong>{t('chosenTool', { tool })}</strong> : tool),
      },
      { key: 'scenario', label: t('scenario'), value: ({ scenario }) => scenario },
      {
        key: 'day',
        label: t('triedOn'),
        value: ({ triedOn }) => triedOn,
        cell: ({ triedOn }) => (triedOn ? format.day(triedOn, 'medium') : '–'),
      },
      {
        key: 'people',
        label: t('participants'),
        numeric: true,
        value: ({ participants }) => participants,
        cell: people,
      },
      { key: 'score', label: t('score'), numeric: true, value: ({ score }) => score },
    ],
  });
  const chosen = ({ trials }: Preparation) => trials.find((trial) => trial.chosen);
  if (!query.data || query.data.trials.length === 0) return null;
  return (
    <Panel
      query={query}
      title={(data) => {
        const count = data.trials.length;
        const tool = chosen(data)?.tool;
        return tool === undefined ? t('choiceOpen', { count }) : t('choiceFinding', { tool, count });
      }}
      subtitle={t('choiceSubtitle')}
      caption={t('choiceCaption')}
      height={140}
      table={tableOf}
    >
      {(data) => <DataTable label={t('choiceSubtitle')} {...tableOf(data)} />}
    </Panel>
  );
}
