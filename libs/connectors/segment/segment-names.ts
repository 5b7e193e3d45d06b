import { listedNames } from '../stream/listed-names.js';
import { type Meaning } from '../stream/vocabulary.js';

/** Of `track`, the name of the event; of other calls, the call itself, written `page()`. */
const listed: readonly (readonly [string, Meaning])[] = [
  ['page()', 'view'],
  ['screen()', 'view'],
  ['group()', 'group_joined'],
  ['Signed In', 'login'],
  ['Logged In', 'login'],
  ['Login', 'login'],
  ['User Signed In', 'login'],
  ['User Logged In', 'login'],
  ['Signed Out', 'logout'],
  ['Logged Out', 'logout'],
  ['Logout', 'logout'],
  ['Signed Up', 'profile_created'],
  ['Profile Created', 'profile_created'],
  ['Profile Completed', 'profile_completed'],
  ['Profile Updated', 'profile_completed'],
  ['Page Viewed', 'view'],
  ['Post Viewed', 'view'],
  ['Article Viewed', 'view'],
  ['Content Viewed', 'view'],
  ['Post Created', 'post'],
  ['Post Published', 'post'],
  ['Article Created', 'post'],
  ['Article Published', 'post'],
  ['Question Asked', 'post'],
  ['Comment Created', 'comment'],
  ['Comment Added', 'comment'],
  ['Reply Created', 'comment'],
  ['Reply Added', 'comment'],
  ['Post Commented', 'comment'],
  ['Question Answered', 'comment'],
  ['Reaction Added', 'reaction'],
  ['Post Liked', 'reaction'],
  ['Comment Liked', 'reaction'],
  ['Post Reacted', 'reaction'],
  ['Reaction Removed', 'reaction_removed'],
  ['Post Unliked', 'reaction_removed'],
  ['Comment Unliked', 'reaction_removed'],
  ['User Mentioned', 'mention'],
  ['Mention Created', 'mention'],
  ['Post Shared', 'share'],
  ['Article Shared', 'share'],
  ['Content Shared', 'share'],
  ['File Shared', 'file_shared'],
  ['File Uploaded', 'file_shared'],
  ['Document Shared', 'file_shared'],
  ['Document Uploaded', 'file_shared'],
  ['Message Sent', 'message_sent'],
  ['Group Created', 'group_created'],
  ['Community Created', 'group_created'],
  ['Space Created', 'group_created'],
  ['Channel Created', 'group_created'],
  ['Group Joined', 'group_joined'],
  ['Community Joined', 'group_joined'],
  ['Space Joined', 'group_joined'],
  ['Channel Joined', 'group_joined'],
  ['Group Left', 'group_left'],
  ['Community Left', 'group_left'],
  ['Space Left', 'group_left'],
  ['Channel Left', 'group_left'],
  ['Invitation Sent', 'invitation_sent'],
  ['Invite Sent', 'invitation_sent'],
  ['User Invited', 'invitation_sent'],
  ['Search Performed', 'search'],
  ['Searched', 'search'],
  ['Question Resolved', 'resolved'],
  ['Topic Resolved', 'resolved'],
];

/** "Post Created", `post_created` and `postCreated` are the same name. */
function normal(name: string): string {
  return name
    .normalize('NFC')
    .replace(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.:-]+/g, ' ')
    .trim();
}

export const segmentNames = listedNames(listed, normal);
