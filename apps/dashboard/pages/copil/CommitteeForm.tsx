import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Committee } from '#contract/committees.js';
import { useFormat } from '../../i18n/use-format.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { FormEnd } from '../../ui/FormEnd.js';
import styles from './copil.module.css';
import { type CommitteeWriting } from './use-committees.js';

interface CommitteeFormProps {
  /** Null = a new one. */
  committee: Committee | null;
  writing: CommitteeWriting;
  /** With the id of a new one. */
  onDone: (id: string | null) => void;
}

const today = () => new Date().toISOString().slice(0, 10);

/** When a committee sits, and who sits on it. */
export function CommitteeForm({ committee, writing, onDone }: CommitteeFormProps) {
  const { t } = useTranslation('copil');
  const format = useFormat();
  const sayProblem = useProblemWords();
  const [heldOn, setDay] = useState(committee?.heldOn ?? today());
  const [who, setWho] = useState(committee?.participants.join('\n') ?? '');
  const { isPending, error, add, change, remove, reset } = writing;
  const close = () => {
    reset();
    onDone(null);
  };
  const path = `committees/${committee?.id ?? ''}`;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const names = who.split('\n').map((name) => name.trim());
    const body = { heldOn, participants: names.filter((name) => name !== '') };
    if (committee) change(path, body, () => onDone(null));
    else add('committees', body, ({ id }) => onDone(id));
  };
  return (
    <Modal
      opened
      onClose={close}
      title={t(committee ? 'editCommittee' : 'newCommittee')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          type="date"
          label={t('heldOn')}
          value={heldOn}
          required
          withAsterisk={false}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <Textarea
          label={t('who')}
          description={t('whoHelp')}
          value={who}
          autosize
          minRows={3}
          maxRows={12}
          onChange={({ currentTarget }) => setWho(currentTarget.value)}
        />
        <FormEnd refusal={error && sayProblem(error)} loading={isPending}>
          {t('save')}
        </FormEnd>
        {committee && (
          <Button
            variant="subtle"
            color="red"
            disabled={isPending}
            onClick={() =>
              remove(path, t('removedCommittee', { day: format.day(committee.heldOn, 'long') }), () => onDone(null))
            }
          >
            {t('remove')}
          </Button>
        )}
      </form>
    </Modal>
  );
}
