import { eventKinds } from '#domain/events/kind.js';
import { listedNames } from '../stream/listed-names.js';
import { type Meaning } from '../stream/vocabulary.js';

/** `esn.` and one of our kinds is that kind; the rest says the same as a thing and what became of it. */
const listed: readonly (readonly [string, Meaning])[] = [
  ...eventKinds.map((kind) => [`esn.${kind}`, kind] as const),
  ['esn.user.logged_in', 'login'],
  ['esn.user.logged_out', 'logout'],
  ['esn.page.viewed', 'view'],
  ['esn.post.viewed', 'view'],
  ['esn.post.created', 'post'],
  ['esn.post.published', 'post'],
  ['esn.post.shared', 'share'],
  ['esn.comment.created', 'comment'],
  ['esn.reply.created', 'comment'],
  ['esn.reaction.added', 'reaction'],
  ['esn.reaction.created', 'reaction'],
  ['esn.reaction.removed', 'reaction_removed'],
  ['esn.reaction.deleted', 'reaction_removed'],
  ['esn.mention.created', 'mention'],
  ['esn.file.shared', 'file_shared'],
  ['esn.file.created', 'file_shared'],
  ['esn.message.sent', 'message_sent'],
  ['esn.group.created', 'group_created'],
  ['esn.group.joined', 'group_joined'],
  ['esn.group.left', 'group_left'],
  ['esn.invitation.sent', 'invitation_sent'],
  ['esn.profile.created', 'profile_created'],
  ['esn.profile.completed', 'profile_completed'],
  ['esn.search.performed', 'search'],
  ['esn.question.resolved', 'resolved'],
];

export const cloudEventNames = listedNames(listed, (type) => type.trim().toLowerCase());
