import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode } from 'react';
import styles from './FormEnd.module.css';

interface FormEndProps extends ButtonProps {
  /** Why the form was refused; its line is there before, so that nothing jumps. */
  refusal: ReactNode;
}

/** How a form ends: what was wrong with it, and the button that hands it in. */
export function FormEnd({ refusal, ...button }: FormEndProps) {
  return (
    <>
      <p role="alert" className={styles.refusal}>
        {refusal}
      </p>
      <Button type="submit" {...button} />
    </>
  );
}
