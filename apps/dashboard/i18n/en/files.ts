import type french from '../fr/files.js';

export default {
  zone: 'Time zone of the file',
  zoneNeeded: 'Its times have no zone: say that of the server which wrote them.',
  zoneChoose: 'Europe/Paris',
  zoneNone: 'No zone of that name',
  noteWindows1252: 'The text is not UTF-8: it is read as Windows-1252. Check the accents.',
  noteConcealed: 'The report conceals names: nobody will be found in the directory.',
  notePeopleOnly: 'The file gives totals only: its people go into the directory, what they did does not.',
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
} satisfies Record<keyof typeof french, string>;
