import { Anchor, Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { governanceStates } from '#domain/declared/governance.js';
import styles from './diagnostic.module.css';
import { useDeclareItem } from './use-declare-item.js';

interface DeclareFormProps {
  item: string;
  /** An entity or a wave; empty = the whole organisation. */
  scope: string;
  state: string | null;
  /** What is declared, for those who do not see where the form stands. */
  name: string;
}

/** One step away, for it stands beside every item: says where one item of the checklist stands, from today on. */
export function DeclareForm({ item, scope, state, name }: DeclareFormProps) {
  const { t } = useTranslation('diagnostic');
  const declare = useDeclareItem();
  const [chosen, choose] = useState<string | null>(state);
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Anchor
        component="button"
        type="button"
        className={styles.unfold}
        aria-label={t('declareOf', { name })}
        onClick={() => setOpen(true)}
      >
        {t(state === null ? 'declare' : 'change')}
      </Anchor>
    );
  return (
    <form
      className={styles.declare}
      aria-label={t('declareOf', { name })}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) declare.mutate({ item, scope, state: chosen });
      }}
    >
      <Select
        size="xs"
        aria-label={t('declareOf', { name })}
        placeholder={t('declarePlaceholder')}
        data={governanceStates.map((value) => ({
          value,
          label: t(value === 'not_applicable' ? 'notApplicable' : value),
        }))}
        value={chosen}
        onChange={choose}
      />
      <Button
        type="submit"
        size="xs"
        variant="default"
        disabled={!chosen || chosen === state}
        loading={declare.isPending}
      >
        {t('declare')}
      </Button>
      <span role="status" className={styles.status}>
        {declare.isError ? t('declareFailed') : declare.isSuccess ? t('declareKept') : ''}
      </span>
    </form>
  );
}
