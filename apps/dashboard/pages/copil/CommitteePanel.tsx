import { Button, NativeSelect } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Committee, type Committees } from '#contract/committees.js';
import { useRights } from '../../api/rights.js';
import { useFilters } from '../../app/filters.js';
import { useFormat } from '../../i18n/use-format.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { Panel, type PanelQuery } from '../../ui/Panel.js';
import { CommitteeForm } from './CommitteeForm.js';
import styles from './copil.module.css';
import { DeckLinks } from './DeckLinks.js';
import { ItemForm } from './ItemForm.js';
import { rowsOf, shownCommittee } from './item-rows.js';
import { ItemTable } from './ItemTable.js';
import { type CommitteeWriting } from './use-committees.js';
import { useItemTable } from './use-item-table.js';

interface CommitteePanelProps {
  query: PanelQuery<Committees>;
  writing: CommitteeWriting;
}

/** One committee: who sits on it, what it is asked to decide and what it decided. */
export function CommitteePanel({ query, writing }: CommitteePanelProps) {
  const { t } = useTranslation('copil');
  const format = useFormat();
  const { manages } = useRights();
  const [{ committee: asked }] = useFilters();
  const table = useItemTable(false);
  const [form, setForm] = useState<'committee' | 'item' | null>(null);
  const { data } = query;
  const shown = data && shownCommittee(data, asked);
  if (shown === null) return null;
  const names = new Intl.ListFormat(format.language);
  const subtitle = ({ participants }: Committee) =>
    participants.length > 0 ? t('participants', { names: names.format(participants) }) : t('participantsNone');
  return (
    <>
      <Panel
        query={{ ...query, data: shown }}
        title={({ heldOn }) => t('committeeOf', { day: format.day(heldOn, 'long') })}
        subtitle={subtitle}
        height={160}
        actions={<Choice committees={data?.committees ?? []} shown={shown} />}
        table={(committee) => table(rowsOf(committee))}
        empty={({ items }) => (items.length === 0 && !manages ? <EmptyState title={t('itemsNone')} /> : null)}
      >
        {(committee) => (
          <>
            {committee.items.length === 0 ? (
              <EmptyState title={t('itemsNone')}>{t('itemsNoneDetail')}</EmptyState>
            ) : (
              <ItemTable rows={rowsOf(committee)} isOfAll={false} label={t('itemsLabel')} writing={writing} />
            )}
            {manages && (
              <div className={styles.buttons}>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
                  onClick={() => setForm('item')}
                >
                  {t('addItem')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconPencil size={14} stroke={1.7} aria-hidden />}
                  onClick={() => setForm('committee')}
                >
                  {t('changeCommittee')}
                </Button>
              </div>
            )}
            <DeckLinks committee={committee.id} />
          </>
        )}
      </Panel>
      {shown && form === 'committee' && (
        <CommitteeForm key={shown.id} committee={shown} writing={writing} onDone={() => setForm(null)} />
      )}
      {shown && form === 'item' && (
        <ItemForm committee={shown.id} item={null} writing={writing} onDone={() => setForm(null)} />
      )}
    </>
  );
}

function Choice({ committees, shown }: { committees: Committee[]; shown: Committee | undefined }) {
  const { t } = useTranslation('copil');
  const format = useFormat();
  const [, change] = useFilters();
  if (committees.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t('committeeShown')}
      value={shown?.id}
      data={committees.map(({ id, heldOn }) => ({ value: id, label: format.day(heldOn, 'medium') }))}
      onChange={({ currentTarget }) => change({ committee: currentTarget.value })}
    />
  );
}
