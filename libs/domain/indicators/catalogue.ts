import { type Indicator } from './indicator.js';
import { invitationCoverage } from './k01-invitation.js';
import { activation14d } from './k02-activation.js';
import { timeToActivate } from './k02b-time-to-activate.js';
import { connection28d, connection365d } from './k03-connection.js';
import { actCount, actShare, loginCount, loginShare } from './k04-active.js';
import { stickiness } from './k05-stickiness.js';
import { dailyActive } from './k05b-daily-active.js';
import { engagedDays } from './k06-engaged-days.js';
import { dailyUsers } from './k07-daily-users.js';
import { openedShare, rolloutProgress } from './k08-progress.js';
import { scheduleIndex } from './k08b-schedule-index.js';
import { timeToAdopt, timeToAdoptSinceLaunch } from './k10-time-to-adopt.js';
import { retention } from './k11-retention.js';
import { habitual, lowUse, noUse, noviceUse, powerUse, regularUse } from './k12-habit.js';
import { habitFormation } from './k12b-habit-formation.js';
import { engagement } from './k20-engagement.js';
import { interactive } from './k21-interactive.js';
import { activePeople, contributors, participants } from './k22-contributors.js';
import { broadcasters, catalysts, engagers, observers, responders } from './k23-personas.js';
import { giniIndex, interactionsPerPerson, medianInteractions, topTenthShare } from './k24-intensity.js';
import { actsTotal } from './k25-acts.js';
import { reach } from './k27-reach.js';
import { return14d } from './k28-return.js';
import { reply, response } from './k26-response.js';
import { firstReply, firstReplyAtWork } from './k26b-first-reply.js';
import { twoWay } from './k30-two-way.js';
import { crossEntity, crossEntityRatio, expectedCrossEntity, externalInternal } from './k31-cross-entity.js';
import { ambassadorsToAdd, reachableWithMore, reachedByAmbassadors, relays } from './k34-relays.js';
import { health } from './k40-health.js';
import { survival } from './k41-survival.js';
import { conversingGroups, diffusionGroups, networkGroups } from './k42-maturity.js';
import { ownerlessGroups, silentGroups } from './k43-silent.js';
import { readiness } from './k44-readiness.js';
import { rightSize } from './k45-size.js';
import { dailyManagers, postingManagers, weeklyManagers } from './k50-exemplarity.js';
import { dailyGap, postingGap, weeklyGap } from './k51-manager-gap.js';
import { ownGroupUplift } from './k52-own-group.js';
import { enclosure } from './k53-enclosure.js';
import { firstReplyShare, shareOfVoice, voiceIndex } from './k54-share-of-voice.js';
import { launchRelay } from './k56-launch-relay.js';
import { ambassadorCoverage } from './k60-coverage.js';
import { mandateDuration } from './k61-mandate-duration.js';
import { habitualAmbassadors } from './k62-activity.js';
import { withoutAmbassador, withoutAmbassadorInTrade, withoutAmbassadorOnSite } from './k63-coverage-gap.js';
import { ambassadorLevels } from './k64-profile.js';
import { managersReached, peopleReached } from './k84-support-reach.js';
import { processTime } from './k90-process-time.js';
import { activatedStep, connectedStep, engagedStep, invitedStep } from './m08-funnel.js';

/** The only list of indicators there is. A key is its name in URLs and exports: never rename one, add another. */
export const indicators = {
  K01: invitationCoverage,
  K02: activation14d,
  K02b: timeToActivate,
  K03: connection365d,
  K03b: connection28d,
  'K04.login': loginCount,
  'K04.act': actCount,
  'K04.login.share': loginShare,
  'K04.act.share': actShare,
  K05: stickiness,
  K05b: dailyActive,
  K06: engagedDays,
  K07: dailyUsers,
  K08: rolloutProgress,
  'K08.opened': openedShare,
  K08b: scheduleIndex,
  K10: timeToAdopt,
  'K10.launch': timeToAdoptSinceLaunch,
  K11: retention,
  K12: habitual,
  'K12.power': powerUse,
  'K12.regular': regularUse,
  'K12.novice': noviceUse,
  'K12.low': lowUse,
  'K12.none': noUse,
  K12b: habitFormation,
  K20: engagement,
  K21: interactive,
  K22: contributors,
  'K22.participating': participants,
  'K22.active': activePeople,
  'K23.engager': engagers,
  'K23.catalyst': catalysts,
  'K23.responder': responders,
  'K23.broadcaster': broadcasters,
  'K23.observer': observers,
  K24: interactionsPerPerson,
  'K24.median': medianInteractions,
  K24b: topTenthShare,
  'K24b.gini': giniIndex,
  K25: actsTotal,
  K27: reach,
  K28: return14d,
  K26: response,
  'K26.reply': reply,
  K26b: firstReply,
  'K26b.working': firstReplyAtWork,
  K30: twoWay,
  K31: crossEntity,
  'K31.ei': externalInternal,
  'K31.expected': expectedCrossEntity,
  'K31.ratio': crossEntityRatio,
  K34: relays,
  'K34.reached': reachedByAmbassadors,
  'K34.reachable': reachableWithMore,
  'K34.additions': ambassadorsToAdd,
  K40: health,
  K41: survival,
  'K42.diffusion': diffusionGroups,
  'K42.community': conversingGroups,
  'K42.network': networkGroups,
  K43: silentGroups,
  'K43.ownerless': ownerlessGroups,
  K44: readiness,
  K45: rightSize,
  K50: dailyManagers,
  'K50.weekly': weeklyManagers,
  'K50.posting': postingManagers,
  K51: dailyGap,
  'K51.weekly': weeklyGap,
  'K51.posting': postingGap,
  K52: ownGroupUplift,
  K53: enclosure,
  K54: shareOfVoice,
  'K54.first': firstReplyShare,
  'K54.index': voiceIndex,
  K56: launchRelay,
  K60: ambassadorCoverage,
  K61: mandateDuration,
  K62: habitualAmbassadors,
  K63: withoutAmbassador,
  'K63.site': withoutAmbassadorOnSite,
  'K63.trade': withoutAmbassadorInTrade,
  K64: ambassadorLevels,
  K84: peopleReached,
  'K84.managers': managersReached,
  K90: processTime,
  'M08.invited': invitedStep,
  'M08.activated': activatedStep,
  'M08.connected': connectedStep,
  'M08.engaged': engagedStep,
} satisfies Record<string, Indicator>;

export type IndicatorKey = keyof typeof indicators;

export const indicatorKeys = Object.keys(indicators) as IndicatorKey[];

/** The same, for callers who need no more than what every indicator has. */
export const indicatorOf = (key: IndicatorKey): Indicator => indicators[key];
