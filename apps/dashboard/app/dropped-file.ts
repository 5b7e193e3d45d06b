import { useEffect, useRef } from 'react';

type Taker = (file: File) => void;

/** A file that was dropped before the page that takes it was there; it is kept for it. */
let waiting: File | null = null;
let taker: Taker | null = null;

/**
 * A browser opens a file that is dropped where nothing takes it, and the page is gone. From here on a file may be
 * dropped anywhere on a page that takes files (`isTaking`), also while it loads.
 */
export function catchDroppedFiles(target: EventTarget, isTaking: () => boolean): void {
  target.addEventListener('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault();
  });
  target.addEventListener('drop', (event) => {
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (!file || !isTaking()) return;
    if (taker) taker(file);
    else waiting = file;
  });
}

const holdsFiles = (event: Event): event is Event & { dataTransfer: DataTransfer } =>
  'dataTransfer' in event && (event as DragEvent).dataTransfer?.types.includes('Files') === true;

/** Hands over what is dropped, and what was dropped before; until the answer is called. */
export function takeDroppedFiles(take: Taker): () => void {
  taker = take;
  if (waiting) take(waiting);
  waiting = null;
  return () => {
    if (taker === take) taker = null;
  };
}

/** What is dropped on the page while the component is there, or was while it loaded. */
export function useDroppedFiles(onFile: Taker): void {
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => takeDroppedFiles((file) => latest.current(file)), []);
}
