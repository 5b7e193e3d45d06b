import { listedNames } from '../stream/listed-names.js';
import { type Meaning } from '../stream/vocabulary.js';

const adl = 'http://adlnet.gov/expapi/verbs/';
const streams = 'http://activitystrea.ms/schema/1.0/';
const tincan = 'http://id.tincanapi.com/verb/';

/** Verbs are IRIs; a verb and the type of its object are written with a `+` between them. */
const listed: readonly (readonly [string, Meaning])[] = [
  ['https://w3id.org/xapi/adl/verbs/logged-in', 'login'],
  ['https://w3id.org/xapi/adl/verbs/logged-out', 'logout'],
  ['https://brindlewaye.com/xAPITerms/verbs/loggedin', 'login'],
  ['https://brindlewaye.com/xAPITerms/verbs/loggedout', 'logout'],
  [`${adl}experienced`, 'view'],
  [`${adl}commented`, 'comment'],
  [`${adl}shared`, 'share'],
  [`${adl}asked`, 'post'],
  [`${adl}answered`, 'comment'],
  // Written by the recipe itself: a statement that takes another back is no act of its own.
  [`${adl}voided`, null],
  [`${streams}access`, 'view'],
  [`${streams}open`, 'view'],
  [`${streams}read`, 'view'],
  [`${streams}watch`, 'view'],
  [`${streams}listen`, 'view'],
  [`${streams}create`, 'post'],
  [`${streams}create+${streams}comment`, 'comment'],
  [`${streams}create+${streams}file`, 'file_shared'],
  [`${streams}create+${streams}group`, 'group_created'],
  [`${streams}author`, 'post'],
  [`${streams}share`, 'share'],
  [`${streams}like`, 'reaction'],
  [`${streams}favorite`, 'reaction'],
  [`${streams}dislike`, 'reaction'],
  [`${streams}unlike`, 'reaction_removed'],
  [`${streams}unfavorite`, 'reaction_removed'],
  [`${streams}join`, 'group_joined'],
  [`${streams}leave`, 'group_left'],
  [`${streams}invite`, 'invitation_sent'],
  [`${streams}search`, 'search'],
  [`${streams}send`, 'message_sent'],
  [`${tincan}viewed`, 'view'],
];

/** The same verb is written with and without TLS, and with and without a slash at its end. */
function normal(verb: string): string {
  return verb
    .trim()
    .replace(/^https?:/i, 'http:')
    .replace(/\/+(?=\+|$)/g, '')
    .replace(/\+https?:/i, '+http:');
}

export const xapiNames = listedNames(listed, normal);
