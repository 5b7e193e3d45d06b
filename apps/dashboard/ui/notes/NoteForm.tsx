import { Button, Modal, Select, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FigureNote } from '#contract/notes.js';
import { type IndicatorKey } from '#domain/indicators/catalogue.js';
import { useNoteChange } from '../../api/notes.js';
import { useOrganization } from '../../api/organization.js';
import { useFormat } from '../../i18n/use-format.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { FormEnd } from '../FormEnd.js';
import { Taken } from '../Taken.js';
import styles from './notes.module.css';

interface NoteFormProps {
  /** The one to change; null = a new one. */
  note: FigureNote | null;
  /** Beside which figure, and of which week first. */
  of: { scope: string; indicator: IndicatorKey; weekEnd: string };
  onDone: () => void;
}

/** A few words beside a figure of a week. */
export function NoteForm({ note, of, onDone }: NoteFormProps) {
  const { t } = useTranslation('notes');
  const format = useFormat();
  const sayProblem = useProblemWords();
  const { data: organization } = useOrganization();
  const { mutate, isPending, error } = useNoteChange();
  const [text, setText] = useState(note?.text ?? '');
  const [weekEnd, setWeek] = useState(note?.weekEnd ?? of.weekEnd);
  const [isTaken, setTaken] = useState(false);
  const weeks = [...new Set([weekEnd, ...(organization?.weeks ?? []).map((week) => week.weekEnd)])];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const { scope, indicator } = of;
    mutate(note ? { id: note.id, body: { text } } : { id: null, body: { scope, indicator, weekEnd, text } }, {
      onSuccess: onDone,
    });
  };
  return (
    <Modal opened onClose={onDone} title={t(note ? 'edit' : 'new')} closeButtonProps={{ 'aria-label': t('close') }}>
      {note && isTaken ? (
        <Taken
          says={t('taken')}
          isPending={isPending}
          refusal={error && sayProblem(error)}
          onUndo={() => mutate({ id: note.id, body: { withdrawn: false } }, { onSuccess: onDone })}
        />
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <Textarea
            label={t('text')}
            description={t('textHelp')}
            value={text}
            autosize
            minRows={3}
            maxLength={500}
            required
            withAsterisk={false}
            data-autofocus
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Select
            label={t('week')}
            data={weeks.map((week) => ({ value: week, label: format.day(week, 'medium') }))}
            value={weekEnd}
            disabled={note !== null}
            allowDeselect={false}
            onChange={(week) => week && setWeek(week)}
          />
          <FormEnd refusal={error && sayProblem(error)} loading={isPending} disabled={text.trim() === ''}>
            {t('save')}
          </FormEnd>
          {note && (
            <Button
              variant="subtle"
              color="red"
              disabled={isPending}
              onClick={() => mutate({ id: note.id, body: { withdrawn: true } }, { onSuccess: () => setTaken(true) })}
            >
              {t('remove')}
            </Button>
          )}
        </form>
      )}
    </Modal>
  );
}
