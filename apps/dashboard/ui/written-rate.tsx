import { type ReactNode } from 'react';
import { type Measured } from '#contract/published.js';
import { useFormat } from '../i18n/use-format.js';
import { Masked } from './Masked.js';
import { write } from './measured.js';

/** A rate in a table: its percentage, or its people in words; why, where there is none. */
export function useWrittenRate(): (measured: Measured) => ReactNode {
  const format = useFormat();
  return (measured) => {
    const { value, masked } = write(measured, 'percent', format);
    return masked === undefined ? (value ?? '–') : <Masked reason={masked} />;
  };
}
