import { useTranslation } from 'react-i18next';
import { type Standing as Where } from '#domain/rollout/standing.js';
import { type State, Status } from '../../ui/Status.js';

const looks = {
  ahead: ['done', 'standingAhead'],
  on: ['onTime', 'standingOn'],
  behind: ['attention', 'standingBehind'],
  unplanned: ['waiting', 'standingUnplanned'],
  unknown: ['unknown', 'standingUnknown'],
} as const satisfies Record<Where, readonly [State, string]>;

/** Where an entity stands against the plan of its wave: an icon and a word. */
export function Standing({ where }: { where: Where }) {
  const { t } = useTranslation('entities');
  const [state, word] = looks[where];
  return <Status state={state}>{t(word)}</Status>;
}
