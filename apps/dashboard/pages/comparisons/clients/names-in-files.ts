import { type ClipboardEvent, useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Leaving } from '../../../ui/leaving.js';
import { type Letters, textWith } from './letters.js';

const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Whether the page shows letters instead of names just now, because a file of it is being made. */
export function useNamesInFiles(areReal: boolean): { isLeaving: boolean; leave: Leaving } {
  const [isLeaving, setLeaving] = useState(false);
  const leave: Leaving = useCallback(
    async (work) => {
      if (areReal) return work();
      flushSync(() => setLeaving(true));
      await drawn();
      try {
        return await work();
      } finally {
        setLeaving(false);
      }
    },
    [areReal],
  );
  return { isLeaving, leave };
}

/** What is copied off the page says what its files say. */
export const copyOf = (letters: Letters) => (event: ClipboardEvent) => {
  if (event.target instanceof HTMLInputElement) return;
  event.clipboardData.setData('text/plain', textWith(String(getSelection()), letters));
  event.preventDefault();
};
