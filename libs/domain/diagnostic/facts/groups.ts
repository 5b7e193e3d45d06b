import { type Outcome } from '../../indicators/indicator.js';
import { share } from '../../indicators/outcome.js';
import { exactly } from '../../statistics/interval.js';
import { held, type Signal, silent } from '../signal.js';
import { limits } from '../thresholds.js';

const workKinds = /^(project|process|projet|processus)$/i;

/** Groups made for a project or a process, among those whose kind is declared; null where none is. */
export function workGroupShare(groups: readonly { kind: string | null }[]): Outcome | null {
  const kinds = groups.flatMap(({ kind }) => (kind === null || kind.trim() === '' ? [] : [kind.trim()]));
  if (kinds.length === 0) return null;
  return share(exactly(kinds.filter((kind) => workKinds.test(kind)).length), exactly(kinds.length), 1);
}

/** Of the groups that are large enough to be named. */
export const workGroups: Signal = {
  ...{ key: 'work_groups', origin: 'declared' },
  title: { fr: 'Groupes de projet ou de processus', en: 'Groups for a project or a process' },
  ask: {
    fr: 'Quels groupes servent à un projet ou à un processus ? Déclarez leur type.',
    en: 'Which groups serve a project or a process? Declare their kind.',
  },
  read: ({ workGroups, kind, day }) =>
    workGroups
      ? { ...held(workGroups, limits.workGroups), day }
      : silent(kind === 'organisation' ? 'not_said' : 'see_level_above'),
};
