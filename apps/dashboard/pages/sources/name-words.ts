import { type NameUse } from '#contract/source-names.js';
import { type Vocabulary } from '#domain/events/vocabulary.js';

/** What an event is called in the select of a name. */
export const nameWords = {
  login: 'useLogin',
  view: 'useView',
  post: 'usePost',
  comment: 'useComment',
  reaction: 'useReaction',
  mention: 'useMention',
  share: 'useShare',
  group_created: 'useGroupCreated',
  group_joined: 'useGroupJoined',
  invitation_sent: 'useInvitationSent',
  profile_completed: 'useProfileCompleted',
  message_sent: 'useMessageSent',
  profile_created: 'useProfileCreated',
  reaction_removed: 'useReactionRemoved',
  file_shared: 'useFileShared',
  search: 'useSearch',
  logout: 'useLogout',
  group_left: 'useGroupLeft',
  resolved: 'useResolved',
  other: 'useOther',
  ignored: 'useIgnored',
} as const satisfies Record<NameUse, string>;

/** Proper names, the same in every language. */
export const vocabularyNames: Record<Vocabulary, string> = {
  segment: 'Segment',
  cloudevents: 'CloudEvents',
  'activity-streams': 'Activity Streams',
  xapi: 'xAPI',
};
