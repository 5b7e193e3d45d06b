import { useTranslation } from 'react-i18next';
import { type CommitteeItem, type ItemState } from '#contract/committees.js';
import { useFormat } from '../../i18n/use-format.js';
import { type State, Status } from '../../ui/Status.js';
import { type TableOf } from '../../ui/table-of.js';
import { type ItemRow } from './item-rows.js';

export const stateWords = {
  asked: 'stateAsked',
  open: 'stateOpen',
  done: 'stateDone',
  dropped: 'stateDropped',
} as const satisfies Record<ItemState, string>;

const icons: Record<ItemState, State> = { asked: 'waiting', open: 'running', done: 'done', dropped: 'unknown' };

/** Decisions and actions to read across; of several committees with the day of each. */
export function useItemTable(isOfAll: boolean): (rows: ItemRow[]) => TableOf<ItemRow> {
  const { t } = useTranslation('copil');
  const format = useFormat();
  const stateText = ({ state, isLate, settledOn }: CommitteeItem) => {
    if (isLate) return t('stateLate');
    if (settledOn === null) return t(stateWords[state]);
    return t(state === 'done' ? 'doneOn' : 'droppedOn', { day: format.day(settledOn, 'short') });
  };
  const day = (value: string | null) => (value === null ? '–' : format.day(value, 'medium'));
  return (rows) => ({
    rows,
    rowKey: ({ id }) => id,
    columns: [
      { key: 'text', label: t('columnText'), value: ({ text }) => text },
      {
        key: 'state',
        label: t('columnState'),
        value: stateText,
        cell: (item) => <Status state={item.isLate ? 'attention' : icons[item.state]}>{stateText(item)}</Status>,
      },
      { key: 'due', label: t('columnDue'), value: ({ dueOn }) => dueOn, cell: ({ dueOn }) => day(dueOn) },
      { key: 'owner', label: t('columnOwner'), value: ({ owner }) => owner },
      { key: 'kind', label: t('columnKind'), value: ({ kind }) => t(kind) },
      ...(isOfAll
        ? [
            {
              ...{ key: 'committee', label: t('columnCommittee') },
              value: ({ heldOn }: ItemRow) => heldOn,
              cell: ({ heldOn }: ItemRow) => day(heldOn),
            },
          ]
        : []),
    ],
  });
}
