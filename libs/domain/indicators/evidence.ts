import { actsOf, type Act } from '../events/act.js';
import { eventKinds, type EventKind } from '../events/kind.js';
import { exactly } from '../statistics/interval.js';
import { type Indicator } from './indicator.js';
import { type ExchangeMeasure } from '../communities/exchange-measures.js';
import { type BinMeasure, type Counted, Reading, type StateMeasure, type WindowMeasure } from './reading.js';

/** Declared rows without which an indicator says nothing. */
export type DeclaredRow = 'people' | 'waves' | 'mandates' | 'attendance';

/** What must be known before an indicator can be computed. */
export interface Evidence {
  /** Of each group of events at least one kind has to be reported; those of a group are worth the same. */
  events: readonly (readonly EventKind[])[];
  rows: readonly DeclaredRow[];
}

const kindsOf = (act: Act): EventKind[] => eventKinds.filter((kind) => actsOf(kind).includes(act));
const activating: EventKind[] = ['profile_created', ...kindsOf('active').filter((kind) => kind !== 'profile_created')];
/** Acts that are addressed to somebody. */
const answering: EventKind[] = ['comment', 'reaction', 'mention'];

const done = (...events: EventKind[][]): Evidence => ({ events, rows: ['people'] });
const declared = (...rows: DeclaredRow[]): Evidence => ({ events: [], rows: ['people', ...rows] });

const used = done(kindsOf('act'), activating);
const balanced = done(['post', 'comment', 'reaction'], ['comment', 'reaction']);

const evidenceOfMeasure: Record<Exclude<StateMeasure | WindowMeasure, BinMeasure | ExchangeMeasure>, Evidence> = {
  people: declared(),
  planned: declared('waves'),
  opened: declared('waves'),
  ambassadors: declared('mandates'),
  invited: done(['invitation_sent']),
  activated: done(activating),
  connected: done(['login']),
  login: done(['login']),
  act: done(kindsOf('act')),
  active: done(kindsOf('active')),
  engaged: done(kindsOf('engaged')),
  interactive: done(kindsOf('interactive')),
  posted: done(kindsOf('posted')),
  contributed: done(kindsOf('contributed')),
  daily: done(kindsOf('active')),
  due14: done(['invitation_sent']),
  activated14: done(['invitation_sent'], activating),
  attended: declared('attendance'),
  login_days: done(['login']),
  login_exposure: done(['login']),
  active_days: done(kindsOf('active')),
  active_exposure: done(kindsOf('active')),
  strangers: declared(),
  in_term: declared('mandates'),
  entity_served: declared('mandates'),
  site_known: declared(),
  site_served: declared('mandates'),
  trade_known: declared(),
  trade_served: declared('mandates'),
  crossing: done(answering),
  internal: done(answering),
  two_way: done(answering),
  one_way: done(answering),
  relay_active: done(kindsOf('active')),
  relay_reached: done(answering),
  relay_reachable: done(answering),
  relay_candidates: done(answering),
  relay_additions: done(answering),
  exposed: done(activating),
  used,
  novice: used,
  habitual: used,
  power: used,
  engaged_days: done(kindsOf('active')),
  due_return: done(['login']),
  returned: done(['login']),
  exposed_days: done(activating),
  exposed_active_days: done(kindsOf('active')),
  interactions: done(kindsOf('interactive')),
  received: done(['comment', 'reaction']),
  acts: done(kindsOf('act')),
  engager: balanced,
  catalyst: balanced,
  responder: balanced,
  broadcaster: balanced,
  observer: balanced,
};

/** Bins divide the people who interacted, hours those who were active. */
const isBin = (measure: StateMeasure | WindowMeasure): measure is BinMeasure => /^[bh]\d+$/.test(measure);

const talking: EventKind[] = ['post', 'comment'];

/** What is read of groups and threads, by the beginning of its name. */
const evidenceOfExchange: [RegExp, Evidence][] = [
  [/^(answered)$/, done(['post'], ['comment', 'reaction'])],
  [/^(replied|replies|first_replies|(work_)?(reply|wait)_)/, done(['post'], ['comment'])],
  [/^(resolved_|open_)/, done(['post'], ['resolved'])],
  [/^(own_|other_|uplift|group_active)/, done(['post', 'comment', 'reaction'])],
  [/^(group_members|enclosed|founders)$/, done(['group_joined', 'group_created', 'post', 'comment'])],
  [/^groups/, done(['post'])],
  [/./, done(talking)],
];

const evidenceFor = (measure: StateMeasure | WindowMeasure): Evidence =>
  isBin(measure)
    ? done(kindsOf(measure.startsWith('b') ? 'interactive' : 'active'))
    : measure in evidenceOfMeasure
      ? evidenceOfMeasure[measure as keyof typeof evidenceOfMeasure]
      : evidenceOfExchange.find(([name]) => name.test(measure))![1];

/** Asks the indicator itself: what it reads of counts that are all there is what it needs. */
export function evidenceOf(indicator: Indicator): Evidence {
  const needs: Evidence[] = [];
  const counted: Counted = {
    ...{ base: 'headcount', k: 1, window: indicator.defaultWindow },
    count: (_population, _frame, measure) => {
      needs.push(evidenceFor(measure));
      return exactly(100);
    },
    get plan() {
      needs.push(declared('waves'));
      return 50;
    },
    get cohort() {
      needs.push(done(kindsOf('active')));
      return { people: exactly(100), active: exactly(50) };
    },
  };
  indicator.value(new Reading(indicator.population ?? 'everyone', counted));
  const groups = new Map(needs.flatMap(({ events }) => events).map((kinds) => [kinds.join(), kinds]));
  return { events: [...groups.values()], rows: [...new Set(needs.flatMap(({ rows }) => rows))] };
}

/** Whether events of these kinds are enough: `partly` = what a source leaves out would have counted as well. */
export function measurableWith(
  { events }: Evidence,
  reported: readonly EventKind[],
): { how: 'fully' | 'partly' | 'not'; missing: readonly EventKind[] } {
  const has = (kind: EventKind) => reported.includes(kind);
  const impossible = events.find((kinds) => !kinds.some(has));
  if (impossible) return { how: 'not', missing: impossible };
  // Of the long lists of acts nobody reports all; it is signing in, and the four ways of taking part, that weigh.
  const weighty = (kind: EventKind, kinds: readonly EventKind[]) => kinds.length <= 4 || kind === 'login';
  const missing = events.flatMap((kinds) => kinds.filter((kind) => !has(kind) && weighty(kind, kinds)));
  return { how: missing.length > 0 ? 'partly' : 'fully', missing: [...new Set(missing)] };
}
