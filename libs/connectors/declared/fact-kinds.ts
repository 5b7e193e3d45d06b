import { actionKinds, actionStates, audiences } from '#domain/declared/action.js';
import { contactOutcomes, type FactKind, reportingRoles } from '#domain/declared/facts.js';
import { indicatorKeys, indicatorOf } from '#domain/indicators/catalogue.js';
import { governanceItems, governanceStates } from '#domain/declared/governance.js';
import { type Finding, unknownEntity, unknownPerson } from '../directory/checked.js';
import { emptyPeriod } from '../directory/period.js';
import { type FactReader, isScope, moreThanAll, tooFewPeople, unknownScope } from './fact-kind.js';
import { appointments, coaching, processes, projects, trials } from './project-kinds.js';
import { answers, surveys } from './survey-kinds.js';
import { targets } from './target-kind.js';

type Readers = { [K in FactKind]: FactReader<K> };

const unknownAction: Finding = { code: 'unknown_action', field: 'action_id', message: 'There is no such action.' };
const actionCancelled: Finding = {
  code: 'action_cancelled',
  field: 'action_id',
  message: 'This action did not take place.',
};
const leftBefore: Finding = {
  code: 'left_before',
  field: 'person_id',
  message: 'The person had left before the action.',
};

/** Where nobody here knows what was counted, it may have been people. */
const countsPeople = (indicator: string): boolean => {
  const key = indicatorKeys.find((one) => one === indicator);
  return key === undefined || ['people', 'percent', 'points'].includes(indicatorOf(key).unit);
};

/** How each kind of declared fact is read, from a file or from a form. */
export const factReaders: Readers = {
  actions: {
    columns: {
      required: ['action_id', 'kind', 'name', 'starts_on'],
      optional: ['ends_on', 'state', 'entities', 'audience', 'channel', 'led_by', 'object'],
    },
    read: (cells) => ({
      key: cells.requiredKey('action_id'),
      kind: cells.requiredWord('kind', actionKinds, 'unknown_kind'),
      name: cells.requiredWords('name'),
      state: cells.word('state', actionStates, 'unknown_state') ?? 'held',
      startsOn: cells.requiredDay('starts_on'),
      endsOn: cells.day('ends_on') ?? cells.requiredDay('starts_on'),
      entities: cells.keys('entities'),
      audience: cells.word('audience', audiences, 'unknown_audience') ?? 'everyone',
      channel: cells.words('channel'),
      ledBy: cells.words('led_by'),
      objectKey: cells.key('object'),
    }),
    keyOf: ({ key }) => [key],
    problem: ({ startsOn, endsOn, entities }, known) => {
      if (endsOn < startsOn) return emptyPeriod('ends_on');
      return entities.every((entity) => known.entities.has(entity)) ? null : unknownEntity('entities');
    },
  },
  attendance: {
    columns: { required: ['action_id', 'person_id'], optional: [] },
    read: (cells) => ({ actionKey: cells.requiredKey('action_id'), personId: cells.requiredKey('person_id') }),
    keyOf: ({ actionKey, personId }) => [actionKey, personId],
    problem: ({ actionKey, personId }, known) => {
      if (!known.actions.has(actionKey)) return unknownAction;
      if (known.cancelled.has(actionKey)) return actionCancelled;
      if (!known.people.has(personId)) return unknownPerson;
      return known.gone.has(`${actionKey}/${personId}`) ? leftBefore : null;
    },
  },
  turnout: {
    columns: { required: ['action_id', 'people'], optional: ['entity', 'managers'] },
    read: (cells) => ({
      actionKey: cells.requiredKey('action_id'),
      entityKey: cells.key('entity') ?? '',
      people: cells.requiredCount('people'),
      managers: cells.count('managers'),
    }),
    keyOf: ({ actionKey, entityKey }) => [actionKey, entityKey],
    problem: ({ actionKey, entityKey, people, managers }, known) => {
      if (!known.actions.has(actionKey)) return unknownAction;
      if (entityKey !== '' && !known.entities.has(entityKey)) return unknownEntity('entity');
      return managers !== null && managers > people ? moreThanAll('managers') : null;
    },
  },
  shocks: {
    columns: { required: ['shock_id', 'name', 'from', 'to'], optional: ['entities'] },
    read: (cells) => ({
      key: cells.requiredKey('shock_id'),
      name: cells.requiredWords('name'),
      startsOn: cells.requiredDay('from'),
      endsOn: cells.requiredDay('to'),
      entities: cells.keys('entities'),
    }),
    keyOf: ({ key }) => [key],
    problem: ({ startsOn, endsOn, entities }, known) => {
      if (endsOn < startsOn) return emptyPeriod('to');
      return entities.every((entity) => known.entities.has(entity)) ? null : unknownEntity('entities');
    },
  },
  surveys,
  answers,
  governance: {
    columns: { required: ['item', 'state', 'date'], optional: ['scope', 'note'] },
    read: (cells) => ({
      key: cells.requiredWord('item', governanceItems, 'unknown_item'),
      scope: cells.key('scope') ?? '',
      state: cells.requiredWord('state', governanceStates, 'unknown_state'),
      statedOn: cells.requiredDay('date'),
      note: cells.words('note'),
    }),
    keyOf: ({ key, scope }) => [key, scope],
    problem: ({ scope }, known) => (isScope(scope, known) ? null : unknownScope('scope')),
  },
  trials,
  projects,
  processes,
  contacts: {
    columns: { required: ['entity', 'called_on', 'outcome'], optional: ['note'] },
    read: (cells) => ({
      entityKey: cells.requiredKey('entity'),
      calledOn: cells.requiredDay('called_on'),
      outcome: cells.requiredWord('outcome', contactOutcomes, 'unknown_outcome'),
      note: cells.words('note'),
    }),
    keyOf: ({ entityKey, calledOn }) => [entityKey, calledOn],
    problem: ({ entityKey }, known) => (known.entities.has(entityKey) ? null : unknownEntity('entity')),
  },
  coaching,
  history: {
    columns: {
      required: ['wave_or_entity', 'period_end', 'indicator', 'numerator', 'source', 'definition'],
      optional: ['window', 'denominator'],
    },
    read: (cells) => ({
      scope: cells.key('wave_or_entity') ?? '',
      periodEnd: cells.requiredDay('period_end'),
      indicator: cells.requiredKey('indicator'),
      windowDays: cells.count('window') ?? 0,
      numerator: cells.requiredAmount('numerator'),
      denominator: cells.amount('denominator'),
      source: cells.requiredWords('source'),
      definition: cells.requiredWords('definition'),
    }),
    keyOf: ({ scope, periodEnd, indicator, windowDays }) => [scope, periodEnd, indicator, windowDays],
    problem: ({ scope, indicator, numerator, denominator, windowDays }, known) => {
      if (!isScope(scope, known)) return unknownScope('wave_or_entity');
      if (denominator === 0) return { code: 'bad_number', field: 'denominator', message: 'Nobody is no denominator.' };
      if (windowDays > 366) return { code: 'bad_number', field: 'window', message: 'A window holds at most 366 days.' };
      if (denominator !== null && denominator < known.k) return tooFewPeople('denominator');
      if (denominator === null && numerator > 0 && numerator < known.k && countsPeople(indicator))
        return tooFewPeople('numerator');
      return denominator !== null && numerator > denominator ? moreThanAll('numerator') : null;
    },
  },
  reports: {
    columns: {
      required: ['person_id', 'role', 'period_end', 'consent_on'],
      optional: ['posts', 'replies', 'feedback', 'launch_speech'],
    },
    read: (cells) => ({
      personId: cells.requiredKey('person_id'),
      role: cells.requiredWord('role', reportingRoles, 'unknown_role'),
      periodEnd: cells.requiredDay('period_end'),
      consentOn: cells.requiredDay('consent_on'),
      posts: cells.count('posts') ?? 0,
      replies: cells.count('replies') ?? 0,
      feedback: cells.count('feedback') ?? 0,
      launchSpeech: cells.flag('launch_speech') ?? false,
    }),
    keyOf: ({ personId, role, periodEnd }) => [personId, role, periodEnd],
    problem: ({ personId, consentOn, periodEnd }, known) => {
      if (!known.people.has(personId)) return unknownPerson;
      return consentOn > periodEnd
        ? { code: 'no_consent', field: 'consent_on', message: 'The person had not yet agreed by then.' }
        : null;
    },
  },
  appointments,
  targets,
};
