import { coverageBand } from '../indicators/k60-coverage.js';
import { type Limit } from './light.js';

/** Limits of the diagnostic (kpis §4). [I] = a default of ours; the others come from the source named. */
export const limits = {
  /** E1: people who come back within 14 days of their first sign-in. [I] */
  returning: { better: 'more', red: 0.5, green: 0.5 },
  /** Survey: people who say that they understand why. [I] */
  understanding: { better: 'more', red: null, green: 0.5 },
  /** E2: days since a sponsor last wrote or answered (K55). [I] */
  sponsorSilence: { better: 'less', red: 56, green: 28 },
  /** E3: managers present every day. 25 % is the share found in the field (Lecko, S4); 10 % is ours. */
  dailyManagers: { better: 'more', red: 0.1, green: 0.25 },
  /** E3: managers less the others, in shares: an example below those it is given to is none. [I] */
  managerGap: { better: 'more', red: 0, green: 0 },
  /** E4: people of opened waves who are invited, one week after the opening. [I] */
  invited: { better: 'more', red: 0.95, green: 0.95 },
  /** E5: groups made for a project or a process. [I] */
  workGroups: { better: 'more', red: 0.2, green: 0.2 },
  /** E6: groups without an owner who is still there. Red above 25 %, green up to 10 %. [I] */
  ownerless: { better: 'less', red: 0.25, green: 0.1 },
  /** E7: groups with an owner, a description and five posts before the first invitation (K44). [I] */
  readiness: { better: 'more', red: 0.8, green: 0.8 },
  /** E8: groups in which nobody has posted for 28 days. Red above half, green up to a quarter. [I] */
  silentGroups: { better: 'less', red: 0.5, green: 0.25 },
  /** E8: days since the last official post: three weeks. [I] */
  officialPost: { better: 'less', red: 21, green: 14 },
  /** E9: retention twelve weeks after arrival over that of four weeks. [I] */
  retention: { better: 'more', red: null, green: 0.6 },
  /** E10: people reached by a support action within a year. [I] */
  reached: { better: 'more', red: 0.3, green: 0.3 },
  /** E10: managers reached by one. [I] */
  managersReached: { better: 'more', red: 0.6, green: 0.6 },
  /** A1: broadcast groups where more than reading was chosen. [I] */
  broadcast: { better: 'less', red: null, green: 0.5 },
  /** A6: ambassadors among people: the lower end of the recommended band (S3, S4: 10 to 20 %). */
  coverage: { better: 'more', red: coverageBand.low, green: coverageBand.low },
  /** Gate: activation within 14 days that a wave should have reached before the next opens (Meta's mark, kpis §3). */
  activation: { better: 'more', red: 0.8, green: 0.8 },
  /** P1: members of a manager's group who work under that manager. 76 % is what one study found (IGS-RH, B10). */
  enclosure: { better: 'less', red: null, green: 0.76 },
  /** P1: exchanges across entities over those expected by chance. [I] */
  openness: { better: 'more', red: null, green: 0.5 },
  /** P4, E8: posts that get a response: the goal of published comparisons (B21). */
  response: { better: 'more', red: null, green: 0.58 },
  /** E8: active people of 28 days among those of twelve months (K40). [I] */
  health: { better: 'more', red: 0.25, green: 0.5 },
} as const satisfies Record<string, Limit>;
