import type french from '../fr/first-word.js';

export default {
  title: 'Is everything in?',
  subtitle: 'Nothing is published yet. Hand in the files of the same weeks in any order: they are counted as one.',
  source: '{{name}}: from {{from}} to {{to}}',
  weeks_one: 'One whole week, from {{from}} to {{to}}',
  weeks_other: '{{n}} whole weeks, from {{from}} to {{to}}',
  noWeek: 'No whole week yet',
  directory: 'The directory is in',
  directoryOf_one: 'The directory: {{n}} person in the last file',
  directoryOf_other: 'The directory: {{n}} people in the last file',
  noDirectory: 'No directory: without it figures speak of the whole, and there is no rate',
  strangers_one: '{{n}} active account is not in the directory',
  strangers_other: '{{n}} active accounts are not in the directory',
  strangersFew: 'Fewer than {{k}} active accounts are not in the directory',
  accounts_one: '{{n}} active account',
  accounts_other: '{{n}} active accounts',
  accountsFew: 'Fewer than {{k}} active accounts',
  say: 'Everything is in: publish',
  reading: 'A file is still being read: what is in is told afterwards, by itself.',
  counting: 'Counting: what has just come in is still being counted. What is in is told afterwards, by itself.',
  means:
    'Closed weeks then appear, and each stays as it is: what came later of one of them would be told only where {{k}} people or more change, and its groups and volumes would fall silent. Weeks to come then appear by themselves.',
  yes: 'Publish',
  no: 'Not yet',
} satisfies Record<keyof typeof french, string>;
