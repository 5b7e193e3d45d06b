import { type EventKind } from '#domain/events/kind.js';

/** What becomes of an operation: an event of a kind, or why it is none. */
export type Meaning = { kind: EventKind } | { skip: SkipReason };

export type SkipReason =
  | 'failed_operation'
  | 'account_record'
  | 'done_by_others'
  | 'snapshot'
  | 'unknown_operation'
  | 'unknown_record';

const act = (kind: EventKind): Meaning => ({ kind });
const skip = (reason: SkipReason): Meaning => ({ skip: reason });

/** `module/subModule` → operation → meaning. */
const operations: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  'portal/login': { login: act('login'), logout: act('logout') },
  'portal/page': { pageDisplay: act('view') },
  'portal/account': { usersCount: skip('snapshot') },
  'social/activity': {
    createActivity: act('post'),
    createComment: act('comment'),
    likeActivity: act('reaction'),
    likeComment: act('reaction'),
    shareActivity: act('share'),
    ...sameFor(act('other'), ['updateActivity', 'deleteActivity', 'updateComment', 'deleteComment']),
  },
  'social/space': {
    spaceCreated: act('group_created'),
    joined: act('group_joined'),
    joinedByInvitationLink: act('group_joined'),
    left: act('group_left'),
    // Into a space, and without saying whom: the funnel of invitations is that of the network.
    ...sameFor(act('other'), ['addInvitedUser', 'addPendingUser', 'spaceRemoved', 'spaceRenamed']),
    ...sameFor(act('other'), ['spaceAccessEdited', 'spaceAvatarEdited', 'spaceBannerEdited']),
    ...sameFor(act('other'), ['spaceDescriptionEdited', 'spaceRegistrationEdited', 'spaceSovereigntyEdited']),
    ...sameFor(skip('done_by_others'), ['grantedLead', 'revokedLead']),
  },
  'social/profile': {
    // Each section is an event of its own; a face is what makes others find the person.
    avatar: act('profile_completed'),
    ...sameFor(act('other'), ['banner', 'contactSection', 'experienceSection']),
    // Written when the account comes into being, be it by the directory.
    createProfile: skip('account_record'),
  },
  'organization/user': sameFor(skip('account_record'), ['createUser', 'enableUser', 'disableUser', 'deleteUser']),
};

function sameFor(meaning: Meaning, names: readonly string[]): Record<string, Meaning> {
  return Object.fromEntries(names.map((name) => [name, meaning]));
}

/** Other operations are written by machines as often as by people: they are counted as passed over. */
export function meaningOf(module: string, subModule: string, operation: string): Meaning {
  const ofModule = Object.hasOwn(operations, `${module}/${subModule}`)
    ? operations[`${module}/${subModule}`]
    : undefined;
  return ofModule !== undefined && Object.hasOwn(ofModule, operation)
    ? (ofModule[operation] ?? skip('unknown_operation'))
    : skip('unknown_operation');
}

/** Everything that the analytics of eXo can tell. */
export const exoKinds: readonly EventKind[] = [
  ...new Set(
    Object.values(operations).flatMap((meanings) =>
      Object.values(meanings).flatMap((meaning) => ('kind' in meaning ? [meaning.kind] : [])),
    ),
  ),
];
