import { type Member } from './roster.js';
import { did, ofActivated, share } from './shares.js';
import { type Formula, isOpened } from './slice.js';
import { type Act } from './states.js';

const ofBase =
  (act: Act): Formula =>
  (slice) =>
    share(slice.members.filter(slice.base), did(act)(slice));
const counted =
  (act: Act): Formula =>
  (slice) => ({
    part: [...slice.members, ...slice.outside].filter(did(act)(slice)).length,
    of: null,
  });
const ofPlanned =
  (test: (member: Member) => boolean): Formula =>
  ({ members }) =>
    share(
      members.filter(({ waves }) => waves.length > 0),
      test,
    );

/** Who was reached, who connects, who takes part. */
export const rolloutFormulas: Record<string, Formula> = {
  K01: ({ members, window }) =>
    share(
      members.filter((member) => isOpened(member, window)),
      ({ invited }) => invited,
    ),
  K02: ({ members, window }) => share(members.filter(window.due), window.inTime),
  K03: ofBase('login'),
  K03b: ofBase('login'),
  'K04.login': counted('login'),
  'K04.act': counted('act'),
  'K04.login.share': ofActivated(did('login')),
  'K04.act.share': ofActivated(did('act')),
  K05: ({ members, window }) => {
    const seen = members.filter((member) => window.did(member, 'login'));
    const sum = (of: (member: Member) => number) => seen.reduce((total, member) => total + of(member), 0);
    return { part: sum(window.loginDays), of: sum((member) => window.workingDays(member).length) };
  },
  K08: ofPlanned(({ activated }) => activated),
  'K08.opened': ({ members, window }) =>
    share(
      members.filter(({ waves }) => waves.length > 0),
      (member) => isOpened(member, window),
    ),
  K08b: ({ members, plan }) =>
    plan === null || plan <= 0
      ? null
      : { part: members.filter(({ waves, activated }) => waves.length > 0 && activated).length, of: plan },
  K20: ofBase('engaged'),
  K21: ofBase('interactive'),
  K22: ofActivated(did('posted')),
  'M08.invited': ofPlanned(({ invited }) => invited),
  'M08.activated': ofPlanned(({ activated }) => activated),
  'M08.connected': ofPlanned(({ connected }) => connected),
  'M08.engaged': ofPlanned(({ engaged }) => engaged),
};
