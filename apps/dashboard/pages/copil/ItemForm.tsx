import { Button, Modal, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CommitteeItem, ItemKind, ItemState } from '#contract/committees.js';
import { itemStates } from '#domain/committee/committee.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { FormEnd } from '../../ui/FormEnd.js';
import styles from './copil.module.css';
import { stateWords } from './use-item-table.js';
import { type CommitteeWriting } from './use-committees.js';

interface ItemFormProps {
  /** Of which committee a new one is; null where `item` is one that there is. */
  committee: string | null;
  item: CommitteeItem | null;
  writing: CommitteeWriting;
  onDone: () => void;
}

const nothing = { kind: 'decision', text: '', owner: null, dueOn: null, state: 'asked' } as const;

/** A decision to ask for or taken, or an action given to somebody. */
export function ItemForm({ committee, item, writing, onDone }: ItemFormProps) {
  const { t } = useTranslation('copil');
  const sayProblem = useProblemWords();
  const [{ kind, text, owner, dueOn, state }, setItem] = useState<
    Pick<CommitteeItem, 'kind' | 'text' | 'owner' | 'dueOn' | 'state'>
  >(item ?? nothing);
  const { isPending, error, add, change, remove, reset } = writing;
  const say = (changes: Partial<CommitteeItem>) => setItem((now) => ({ ...now, ...changes }));
  const close = () => {
    reset();
    onDone();
  };
  const path = `committee-items/${item?.id ?? ''}`;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const body = { kind, text, owner: owner?.trim() || null, dueOn: dueOn || null, state };
    if (committee !== null) add(`committees/${committee}/items`, body, onDone);
    else change(path, body, onDone);
  };
  // An action is asked of nobody: it is given to somebody.
  const choose = (value: string) => {
    const chosen = ItemKind.parse(value);
    say({ kind: chosen, state: chosen === 'action' && state === 'asked' ? 'open' : state });
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t(item ? 'editItem' : 'newItem')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <SegmentedControl
          aria-label={t('kind')}
          value={kind}
          onChange={choose}
          data={(['decision', 'action'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <Textarea
          label={t('text')}
          description={t('textHelp')}
          value={text}
          autosize
          minRows={2}
          minLength={3}
          maxLength={500}
          required
          withAsterisk={false}
          onChange={({ currentTarget }) => say({ text: currentTarget.value })}
        />
        <TextInput
          label={t('owner')}
          description={t('ownerHelp')}
          value={owner ?? ''}
          maxLength={100}
          onChange={({ currentTarget }) => say({ owner: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('dueOn')}
          value={dueOn ?? ''}
          onChange={({ currentTarget }) => say({ dueOn: currentTarget.value })}
        />
        <NativeSelect
          label={t('state')}
          value={state}
          data={itemStates
            .filter((value) => kind === 'decision' || value !== 'asked')
            .map((value) => ({ value, label: t(stateWords[value]) }))}
          onChange={({ currentTarget }) => say({ state: ItemState.parse(currentTarget.value) })}
        />
        <FormEnd refusal={error && sayProblem(error)} loading={isPending} disabled={text.trim().length < 3}>
          {t('save')}
        </FormEnd>
        {item && (
          <Button
            variant="subtle"
            color="red"
            disabled={isPending}
            onClick={() => remove(path, t('removedItem', { text: item.text }), onDone)}
          >
            {t('remove')}
          </Button>
        )}
      </form>
    </Modal>
  );
}
