import type french from '../fr/files.js';

export default {
  zone: 'Time zone of the file',
  zoneNeeded: 'Its times have no zone: say that of the server which wrote them.',
  zoneChoose: 'Europe/Paris',
  zoneNone: 'No zone of that name',
  noteWindows1252: 'The text is not UTF-8: it is read as Windows-1252. Check the accents.',
  noteConcealed: 'The report conceals names: nobody will be found in the directory.',
  notePeopleOnly: 'The file gives totals only: its people go into the directory, what they did does not.',
  noteReportsOutweigh: 'People said to manage nobody have reports: they count as managers.',
  noteTreeProposed: 'Accounts say where they work: once the file is in, a tree of entities is proposed on this page.',
  noteKnownElsewhere:
    'Most of these events came in before under another name of the source: they would count twice. Undo this import, or hand the file in with the profile of that source.',
  noteDoubledTime: 'Some times fall when clocks go back, an hour that happens twice: the first one is taken.',
  noteTimes_one: '{{n}} time',
  noteTimes_other: '{{n}} times',
  noteOther: 'About the reading: {{code}}.',
  wordsTitle: 'What the words of the file mean',
  wordsHint: 'A line whose word is left without a meaning is refused.',
  wordRefused: 'refused',
  profile: 'Read as',
  profileNone: 'no profile',
  profileName: 'Name of the profile',
  profileSave: 'Save as profile',
  profileSaved: 'Profile “{{name}}” kept for the next files.',
  profileLacks: 'Missing: {{columns}}. Choose these columns before you save the profile.',
  or: ' or ',
} satisfies Record<keyof typeof french, string>;
