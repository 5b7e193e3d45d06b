import { useState } from 'react';
import { type ImportPreview } from '#contract/import-preview.js';
import { ImportKind } from '#contract/imports.js';
import { useOwnZone } from '../../api/organization.js';
import { asFilesOf, fittingProfile, fittingReading, profileReadBy, sourceSaid } from './fitting-profile.js';
import { isBeingRead } from './being-read.js';
import { kindOfFile } from './file-kinds.js';
import { plainReading, type Reading, readingOf } from './reading.js';
import { lacksZone, suggestedReading, withOwnNames, withWords } from './suggested-reading.js';
import { useFileWords } from './use-file-words.js';
import { type Asked, usePreview } from './use-preview.js';
import { useProfiles } from './use-profiles.js';

/** A file that was chosen, what it seems to be, and how it is to be read. */
export function useChosenFile() {
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<ImportKind>('events');
  const [seen, setSeen] = useState<ImportPreview | null>(null);
  const [reading, setReading] = useState(plainReading);
  const [needsZone, setNeedsZone] = useState(false);
  const preview = usePreview();
  const ownZone = useOwnZone();
  const profiles = useProfiles();
  const wordsRead = useFileWords(seen ? file : null, kind, reading, seen?.columns.map(({ name }) => name) ?? []);
  const words = wordsRead.data;
  /** What somebody said that it is. */
  const [said, setSaid] = useState<ImportKind | null>(null);
  /** Which earlier reading it was taken over from: by name, or that of the last file with these columns. */
  const [readBy, setReadBy] = useState<{ profile: string | null } | null>(null);
  /** By which profile it was read before somebody said of which source it is. */
  const [readFirst, setReadFirst] = useState<string | null>(null);
  /** Its events are to count once more. */
  const [again, setAgain] = useState(false);

  const profilesOf = (as: ImportKind | null) =>
    (profiles.data?.profiles ?? []).filter((profile) => as === null || profile.kind === as);

  const latestOf = (as: ImportKind | null) =>
    (profiles.data?.latest ?? []).filter((reading) => as === null || reading.kind === as);

  const look = (asked: Asked, otherwise: ImportKind, follows = true) => {
    setKind(otherwise);
    preview.mutate(asked, {
      onSuccess: (found) => {
        // Nobody has said yet how it is to be read: files with these columns have been read before.
        const isOpen = follows && asked.reading === null;
        const fitting = isOpen ? fittingProfile(profilesOf(asked.kind), found) : null;
        const followed = fitting ?? (isOpen ? fittingReading(latestOf(asked.kind), found) : null);
        const of = ImportKind.safeParse(followed?.kind).data;
        if (followed && of) {
          setReadBy({ profile: fitting?.name ?? null });
          setReadFirst(fitting?.name ?? null);
          const source = fitting && sourceSaid(fitting, latestOf(of));
          const plain = readingOf(followed);
          const reading = source ? asFilesOf(source, plain, latestOf(of)) : plain;
          return look({ ...asked, kind: of, reading }, of);
        }
        // Its columns tell nothing, so they are asked for as those of what its name tells.
        if (found.kind === null && found.columns.length > 1)
          return look({ ...asked, kind: otherwise }, otherwise, follows);
        const map = asked.reading ? withOwnNames(asked.reading.map, found) : found.map;
        const read = { ...(asked.reading ?? plainReading), map };
        const further = suggestedReading(read, found, ownZone);
        // What is wrong with it now may be no longer, once its own suggestions are taken over: only then it is shown.
        if (!further) setSeen(found);
        setKind(found.kind ?? otherwise);
        setReading(read);
        if (found.known === null || found.known.isSameSource) setAgain(false);
        if (lacksZone(found)) setNeedsZone(true);
        if (further) look({ ...asked, kind: found.kind, reading: further }, found.kind ?? otherwise);
      },
    });
  };
  const begin = () => {
    setSeen(null);
    setReading(plainReading);
    setNeedsZone(false);
    setAgain(false);
    setReadBy(null);
    setReadFirst(null);
  };
  const readOn = (chosen: Reading, as: ImportKind = kind) => {
    setReading(chosen);
    if (file) look({ file, kind: as, reading: chosen }, as);
  };
  const read = (chosen: Reading, as?: ImportKind) => {
    setReadBy(null);
    readOn(chosen, as);
  };
  const profile = profileReadBy(reading.source, readFirst, profilesOf(null));
  // Those of the whole file come later, and change nothing of what its first rows would become.
  const allKinds =
    (seen && words && suggestedReading(reading, withWords(seen, words), ownZone)?.kinds) ?? reading.kinds;

  return {
    ...{ file, kind, seen, needsZone, again, setAgain, words, read, readBy, profile },
    isBeingRead: isBeingRead({ file, seen, look: preview, words: wordsRead }),
    // Its columns are still read as the profile says.
    readAsFilesOf: (source: string) => {
      setReadFirst(profile);
      readOn(asFilesOf(source, { ...reading, kinds: allKinds }, latestOf(kind)));
    },
    readAnew: () => {
      begin();
      if (file) look({ file, kind: said, reading: null }, said ?? kind, false);
    },
    isSaid: said === kind,
    reading: { ...reading, kinds: allKinds },
    choose: (chosen: File) => {
      begin();
      // It was said of the file before.
      setSaid(null);
      setFile(chosen);
      look({ file: chosen, kind: null, reading: null }, kindOfFile(chosen.name) ?? kind);
    },
    chooseKind: (chosen: ImportKind) => {
      begin();
      setKind(chosen);
      setSaid(chosen);
      if (file) look({ file, kind: chosen, reading: null }, chosen);
    },
    clear: () => {
      begin();
      setSaid(null);
      setFile(null);
    },
  };
}
