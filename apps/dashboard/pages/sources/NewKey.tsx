import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { LastDayField } from '../../ui/LastDay.js';
import styles from './sources.module.css';

interface NewKeyProps {
  label: string;
  isPending: boolean;
  /** `lastDay`: empty = none. `done` once it is made. */
  onMake: (lastDay: string, done: () => void) => void;
}

/** Asks for a key or a token, with a last day if somebody wants one. */
export function NewKey({ label, isPending, onMake }: NewKeyProps) {
  const [lastDay, setLastDay] = useState('');
  return (
    <div className={styles.newKey}>
      <LastDayField day={lastDay} onDay={setLastDay} />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconKey size={14} stroke={1.7} />}
        loading={isPending}
        onClick={() => onMake(lastDay, () => setLastDay(''))}
      >
        {label}
      </Button>
    </div>
  );
}
