import { type ImportPreview } from '#contract/import-preview.js';

interface Looking {
  file: File | null;
  seen: ImportPreview | null;
  look: { isPending: boolean; isError: boolean };
  words: { isFetching: boolean };
}

/** Until what it seems to be is known, it would go in as nobody says that it is to be read. What cannot be looked at is told as it is handed in. */
export const isBeingRead = ({ file, seen, look, words }: Looking): boolean =>
  file !== null && (look.isPending || words.isFetching || (seen === null && !look.isError));
