import { actsOf, type Act } from '../events/act.js';
import { eventKinds, type EventKind } from '../events/kind.js';
import { type LagKind } from '../lags/lag.js';
import { exactly } from '../statistics/interval.js';
import { type Indicator } from './indicator.js';
import { type ExchangeMeasure } from '../communities/exchange-measures.js';
import { type Attribute, type DeclaredRow, type Evidence } from './measurable.js';
import { type BinMeasure, type Counted, Reading, type StateMeasure, type WindowMeasure } from './reading.js';

const kindsOf = (act: Act): EventKind[] => eventKinds.filter((kind) => actsOf(kind).includes(act));
const activating: EventKind[] = ['profile_created', ...kindsOf('active').filter((kind) => kind !== 'profile_created')];
/** Acts that are addressed to somebody. */
const answering: EventKind[] = ['comment', 'reaction', 'mention'];

const done = (...events: EventKind[][]): Evidence => ({ events, attributes: [], rows: ['people'] });
const declared = (...rows: DeclaredRow[]): Evidence => ({ events: [], attributes: [], rows: ['people', ...rows] });
const telling = (evidence: Evidence, ...attributes: Attribute[]): Evidence => ({ ...evidence, attributes });

const used = done(kindsOf('act'), activating);
const balanced = telling(done(['post', 'comment', 'reaction'], ['comment', 'reaction']), 'target');
const addressed = telling(done(answering), 'target');

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
  targeted: declared(),
  seen: done(['view', 'reaction', 'comment']),
  login_days: done(['login']),
  login_exposure: done(['login']),
  strangers: declared(),
  in_term: declared('mandates'),
  entity_served: declared('mandates'),
  site_known: declared(),
  site_served: declared('mandates'),
  trade_known: declared(),
  trade_served: declared('mandates'),
  crossing: addressed,
  internal: addressed,
  two_way: addressed,
  one_way: addressed,
  relay_active: done(kindsOf('active')),
  relay_reached: addressed,
  relay_reachable: addressed,
  relay_candidates: addressed,
  relay_additions: addressed,
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
  received: telling(done(['comment', 'reaction']), 'target'),
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
  [/^answered$/, done(['post'], ['comment', 'reaction'])],
  [/^comments$/, done(['comment'])],
  [/^(replied|replies|first_replies|(work_)?(reply|wait)_)/, telling(done(['post'], ['comment']), 'parent')],
  [/^(resolved_|open_)/, telling(done(['post'], ['resolved']), 'group')],
  [/^(own_|other_|uplift)/, telling(done(['post', 'comment', 'reaction']), 'group', 'group_creator')],
  [/^group_active/, telling(done(['post', 'comment', 'reaction']), 'group')],
  [
    /^(group_members|enclosed|founders)$/,
    telling(done(['group_joined', 'group_created', 'post', 'comment']), 'group', 'group_creator'),
  ],
  [/^groups_(owner_known|ownerless)$/, telling(done(['post']), 'group', 'group_owner')],
  [/^groups_ready$/, telling(done(['post'], ['invitation_sent']), 'group', 'group_owner', 'group_description')],
  // Who only reads a group is known where joining is told.
  [
    /^groups_(classed|network|diffusion)$/,
    telling(done(['post'], ['group_joined', 'post', 'comment', 'reaction']), 'group'),
  ],
  [/^groups/, telling(done(['post']), 'group')],
  [/^launch_/, telling(done(['post', 'share']), 'launch_message')],
  [/./, done(talking)],
];

const evidenceOfLag: Record<LagKind, Evidence> = {
  activation: done(['invitation_sent'], activating),
  first_login: done(['invitation_sent'], ['login']),
  adoption: done(['invitation_sent'], kindsOf('active')),
  adoption_since_launch: { ...done(kindsOf('active')), rows: ['people', 'waves'] },
  habit: used,
};

const evidenceFor = (measure: StateMeasure | WindowMeasure): Evidence =>
  isBin(measure)
    ? done(kindsOf(measure.startsWith('b') ? 'interactive' : 'active'))
    : measure in evidenceOfMeasure
      ? evidenceOfMeasure[measure as keyof typeof evidenceOfMeasure]
      : evidenceOfExchange.find(([name]) => name.test(measure))![1];

/** Asks the indicator itself: what it reads of counts that are all there is what it needs. */
export function evidenceOf(indicator: Indicator): Evidence {
  const needs: Evidence[] = indicator.population === 'ambassadors' ? [declared('mandates')] : [];
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
    get lags() {
      if (indicator.lag) needs.push(evidenceOfLag[indicator.lag]);
      return [];
    },
  };
  indicator.value(new Reading(indicator.population ?? 'everyone', counted));
  const groups = new Map(needs.flatMap(({ events }) => events).map((kinds) => [kinds.join(), kinds]));
  return {
    events: [...groups.values()],
    attributes: [...new Set(needs.flatMap(({ attributes }) => attributes))],
    rows: [...new Set(needs.flatMap(({ rows }) => rows))],
  };
}
