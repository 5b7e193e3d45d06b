import { type ScenarioName } from './scenario.js';

/** Entities, waves and the level about which each demo tells something, by the names used in its files. */
export const cast = {
  international: {
    stalled: 'S-IT-TURIN',
    withoutAmbassador: 'S-GB-LEEDS',
    webinarWorked: 'S-DE-HAMBOURG',
    webinarFailed: 'S-PL-WROCLAW',
    waveAhead: 'W5-EUROPE',
    waveLate: 'W6-AMERIQUES',
    omnipresentLevel: 3,
  },
  cnam: {
    stalled: 'O-041',
    withoutAmbassador: 'O-118',
    webinarWorked: 'O-072',
    webinarFailed: 'O-090',
    waveAhead: 'W4-MARS',
    waveLate: 'W5-AVRIL',
    omnipresentLevel: 3,
  },
} as const;

/** Whole weeks before the end at which the turning points lie. */
export const stallBegins = 12;
export const webinarWorkedOn = 10;
export const webinarFailedOn = 9;

/** What the webinar that worked multiplied activity by, in the entity where it was held. */
export const webinarLift = 2.5;

/** Share of posts and comments written by the omnipresent level. */
export const omnipresentShare = 0.5;

interface Story {
  key:
    | 'stalled-entity'
    | 'no-ambassador'
    | 'webinar-worked'
    | 'webinar-failed'
    | 'wave-ahead'
    | 'wave-late'
    | 'omnipresent-level';
  about: 'entity' | 'wave' | 'level';
  target: string;
  /** Weeks before `until` at which it begins; null if it holds throughout. */
  weeksBeforeEnd: number | null;
  visible: string;
}

const told = (scenario: ScenarioName): Story[] => {
  const who = cast[scenario];
  return [
    {
      key: 'stalled-entity',
      about: 'entity',
      target: who.stalled,
      weeksBeforeEnd: stallBegins,
      visible: 'weekly active share falls week after week, to less than half, while its wave holds',
    },
    {
      key: 'no-ambassador',
      about: 'entity',
      target: who.withoutAmbassador,
      weeksBeforeEnd: null,
      visible: 'opened without a single ambassador mandate; connection and engagement under those of its wave',
    },
    {
      key: 'webinar-worked',
      about: 'entity',
      target: who.webinarWorked,
      weeksBeforeEnd: webinarWorkedOn,
      visible: 'a step up in weekly activity in the week of the webinar, which lasts',
    },
    {
      key: 'webinar-failed',
      about: 'entity',
      target: who.webinarFailed,
      weeksBeforeEnd: webinarFailedOn,
      visible: 'a webinar was held and nothing changed',
    },
    {
      key: 'wave-ahead',
      about: 'wave',
      target: who.waveAhead,
      weeksBeforeEnd: null,
      visible: 'opened early, activated share above the planned line throughout',
    },
    {
      key: 'wave-late',
      about: 'wave',
      target: who.waveLate,
      weeksBeforeEnd: null,
      visible: 'opened weeks after the plan, activated share under the planned line, still running',
    },
    {
      key: 'omnipresent-level',
      about: 'level',
      target: String(who.omnipresentLevel),
      weeksBeforeEnd: null,
      visible: 'managers of this level write half of all posts and comments',
    },
  ];
};

export const stories: Record<ScenarioName, Story[]> = { international: told('international'), cnam: told('cnam') };
