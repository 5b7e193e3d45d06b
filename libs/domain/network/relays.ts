import { bondGraph, type Edge, pageRank } from './tie-graph.js';

/** What makes somebody a relay by what others make of them, without any formal status (K34). */
export const relayCriteria = { activeWeeks: 9, ofWeeks: 12, responders: 10, communities: 2 } as const;

/** Greedy cover ends at this share of the active members, or of the headcount, whichever comes first. */
export const relayLimits = { covered: 0.8, headcount: 0.05 } as const;

/** Somebody present, as of one Sunday. */
export interface Member {
  person: number;
  manages: boolean;
  ambassador: boolean;
  /** Did anything over the window of the ties. */
  active: boolean;
  /** Weeks with an intentional act, of the last twelve. */
  activeWeeks: number;
  /** Distinct people, of anywhere, who responded to them. */
  responders: number;
  /** Communities they wrote or reacted in. */
  communities: number;
  /** Whether they have a tie with another entity. */
  crossesEntities: boolean;
}

export interface RelayPlan {
  active: number;
  /** Active members who have a tie with an ambassador of the place, or are one. */
  reached: number;
  candidates: number;
  /** In the order in which they add most. */
  additions: number[];
  /** Active members reached once they are ambassadors too. */
  reachable: number;
}

export function isCandidate(member: Member): boolean {
  const { activeWeeks, responders, communities } = relayCriteria;
  const isKnown = member.responders >= responders && member.communities >= communities && member.crossesEntities;
  return !member.manages && !member.ambassador && member.activeWeeks >= activeWeeks && isKnown;
}

/**
 * Greedy maximum coverage (Nemhauser, Wolsey and Fisher 1978: at least 63 % of the best there is) of the active members
 * of one place, beginning with those whom its ambassadors reach. `ties`: pairs within the place, in either direction.
 * Equal gains: the more central by PageRank, then the lower number, so that the same ties give the same plan.
 */
export function relayPlan(members: readonly Member[], ties: readonly Edge[]): RelayPlan {
  const graph = bondGraph(ties);
  const active = new Set(members.filter((member) => member.active).map(({ person }) => person));
  const reachOf = (person: number): number[] => {
    const around = graph.hasNode(String(person)) ? graph.neighbors(String(person)).map(Number) : [];
    return [person, ...around].filter((other) => active.has(other));
  };
  const reached = new Set(members.filter(({ ambassador }) => ambassador).flatMap(({ person }) => reachOf(person)));
  const before = reached.size;
  // To nine digits: the order in which sums are made shows behind them.
  const rank = new Map([...pageRank(graph)].map(([person, score]) => [person, Math.round(score * 1e9)]));
  const left = members.filter(isCandidate).map(({ person }) => ({ person, reach: reachOf(person) }));
  left.sort((a, b) => (rank.get(b.person) ?? 0) - (rank.get(a.person) ?? 0) || a.person - b.person);
  const candidates = left.length;
  const budget = Math.max(1, Math.floor(relayLimits.headcount * members.length));
  const additions: number[] = [];
  while (additions.length < budget && reached.size < relayLimits.covered * active.size) {
    let best = { at: -1, gain: 0 };
    left.forEach(({ reach }, at) => {
      const gain = reach.reduce((sum, person) => sum + Number(!reached.has(person)), 0);
      if (gain > best.gain) best = { at, gain };
    });
    const [next] = best.at < 0 ? [] : left.splice(best.at, 1);
    if (!next) break;
    additions.push(next.person);
    for (const person of next.reach) reached.add(person);
  }
  return { active: active.size, reached: before, candidates, additions, reachable: reached.size };
}
