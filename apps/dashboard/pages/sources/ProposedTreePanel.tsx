import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ProposedTree } from '#contract/proposed-tree.js';
import { useOrganizationSlug } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { AskFirst } from '../../ui/AskFirst.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { PlaceTable } from './PlaceTable.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { proposedPeopleAddress, useProposal } from './use-proposed-tree.js';

const firstPlaces = 20;

/** What a network's accounts say of where people work: to look at, to change, or to take over as it is. */
export function ProposedTreePanel({ query }: { query: PanelQuery<ProposedTree> }) {
  const { t } = useTranslation('proposal');
  const format = useFormat();
  const slug = useOrganizationSlug();
  const proposal = useProposal();
  return (
    <Panel
      query={query}
      title={({ people }) => t('title', { count: people, n: format.number(people) })}
      waitingTitle={t('waiting')}
      subtitle={t('subtitle')}
      height={200}
    >
      {(tree) => (
        <div className={styles.proposal}>
          <Places of={tree} />
          <p className={styles.faint}>{t('hint')}</p>
          <span className={styles.confirm}>
            <Button size="compact-sm" loading={proposal.isPending} onClick={() => proposal.mutate('adopt')}>
              {t('adopt')}
            </Button>
            <Button
              component="a"
              href={proposedPeopleAddress(slug)}
              download
              variant="default"
              size="compact-sm"
              leftSection={<IconDownload size={14} stroke={1.7} />}
            >
              {t('download')}
            </Button>
            <AskFirst
              label={t('forget')}
              question={t('forgetAsk')}
              yes={t('forgetYes')}
              isPending={proposal.isPending}
              onYes={() => proposal.mutate('forget')}
              look={{ color: 'red', disabled: proposal.isPending }}
            />
          </span>
          <Refusal error={proposal.error} />
        </div>
      )}
    </Panel>
  );
}

function Places({ of: { places, others } }: { of: ProposedTree }) {
  const { t } = useTranslation('proposal');
  const format = useFormat();
  return (
    <PlaceTable
      head={[t('place'), t('people')]}
      rows={places.map(({ path, people }) => ({ place: path, cells: [format.number(people)] }))}
      first={firstPlaces}
      more={(hidden) => t('more', { count: hidden, n: format.number(hidden) })}
      fewer={t('fewer')}
    >
      {others && (
        <tr>
          <th scope="row">{t('others', { count: others.places, n: format.number(others.places) })}</th>
          <td>{format.number(others.people)}</td>
        </tr>
      )}
    </PlaceTable>
  );
}
