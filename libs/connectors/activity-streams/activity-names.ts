import { listedNames } from '../stream/listed-names.js';
import { type Meaning } from '../stream/vocabulary.js';

/** What was done, or what was done and to what: `Like` covers every object, `Create+Note` notes only. */
const listed: readonly (readonly [string, Meaning])[] = [
  // The vocabulary has no word for signing in; arriving is the nearest.
  ['Arrive', 'login'],
  ['View', 'view'],
  ['Read', 'view'],
  ['Listen', 'view'],
  ['Create+Note', 'post'],
  ['Create+Article', 'post'],
  ['Create+Page', 'post'],
  ['Create+Question', 'post'],
  ['Create+Event', 'post'],
  ['Question', 'post'],
  ['Create+Document', 'file_shared'],
  ['Create+Image', 'file_shared'],
  ['Create+Video', 'file_shared'],
  ['Create+Audio', 'file_shared'],
  ['Create+Group', 'group_created'],
  ['Create+Person', 'profile_created'],
  ['Create+Profile', 'profile_created'],
  ['Update+Person', 'profile_completed'],
  ['Update+Profile', 'profile_completed'],
  ['Like', 'reaction'],
  ['Dislike', 'reaction'],
  ['EmojiReact', 'reaction'],
  ['Undo+Like', 'reaction_removed'],
  ['Undo+Dislike', 'reaction_removed'],
  ['Undo+EmojiReact', 'reaction_removed'],
  ['Announce', 'share'],
  ['Join', 'group_joined'],
  ['Leave', 'group_left'],
  ['Undo+Join', 'group_left'],
  ['Invite', 'invitation_sent'],
];

export const activityNames = listedNames(listed, (name) => name.trim());
