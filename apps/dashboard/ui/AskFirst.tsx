import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './AskFirst.module.css';

interface AskFirstProps {
  label: string;
  /** What it takes away for good. */
  question: string;
  yes: string;
  isPending: boolean;
  onYes: () => void;
  /** Of the gesture before it is asked about; its colour stays. */
  look?: Pick<ButtonProps, 'variant' | 'color' | 'size' | 'disabled'>;
  /** Why it did not happen. */
  refusal?: ReactNode;
}

/** A gesture that cannot be taken back asks once, where it is made. */
export function AskFirst({ label, question, yes, isPending, onYes, look, refusal }: AskFirstProps): ReactNode {
  const { t } = useTranslation('ui');
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Button variant="subtle" size="compact-sm" {...look} onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  return (
    <span className={styles.asked}>
      {question}
      <Button {...(look?.color ? { color: look.color } : {})} size="compact-xs" loading={isPending} onClick={onYes}>
        {yes}
      </Button>
      <Button variant="default" size="compact-xs" onClick={() => setAsked(false)}>
        {t('cancel')}
      </Button>
      {refusal}
    </span>
  );
}
