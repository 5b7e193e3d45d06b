import { useTranslation } from 'react-i18next';
import { type Exemplarity } from '#contract/exemplarity.js';
import { type LevelVoice, type Voice } from '#contract/voice.js';
import { centreOf, type Interval } from '#domain/statistics/interval.js';
import { useFormat } from '../../i18n/use-format.js';
import { type TableOf, type Told } from '../../ui/table-of.js';
import { placeWord } from './place-word.js';
import { useLevelName } from './use-level-name.js';

interface Speaking {
  key: string;
  name: string;
  /** Null where it may be one of several, or untold. */
  zone: LevelVoice['zone'];
  share: Told;
  first: Told;
  /** Who wrote: of everyone for a level, of the group for a group. */
  writers: Interval | null;
}

/** Levels, then groups: the share of messages with its ends, n, day and who wrote, as the panel tells it. */
export function useVoiceTable(): (data: Exemplarity) => TableOf<Speaking> {
  const { t } = useTranslation('voice');
  const format = useFormat();
  const nameOf = useLevelName();
  const percent = ({ value }: Told) => (value === null ? '–' : format.percent(value));
  return ({ voice }) => ({
    rows: voice
      ? [...voice.levels.map((level) => ofLevel(level, nameOf(level))), ...voice.communities.map(ofGroup)]
      : [],
    rowKey: ({ key }) => key,
    columns: [
      { key: 'group', label: t('speaking'), value: ({ name }) => name },
      { key: 'zone', label: t('zone'), value: ({ zone, share }) => t(placeWord(zone, share)) },
      {
        key: 'share',
        share: true,
        label: t('share'),
        numeric: true,
        value: ({ share }) => share.value,
        cell: ({ share }) => percent(share),
        told: ({ share }) => share,
      },
      {
        key: 'writers',
        label: t('writers'),
        numeric: true,
        value: ({ writers }) => writers && centreOf(writers),
        cell: ({ writers }) => (writers ? format.range(writers) : '–'),
        told: ({ writers, share: { asOf } }) =>
          writers && { value: centreOf(writers), low: null, high: null, n: null, asOf, published: writers },
      },
      {
        key: 'first',
        share: true,
        label: t('first'),
        numeric: true,
        value: ({ first }) => first.value,
        cell: ({ first }) => percent(first),
        told: ({ first }) => first,
      },
    ],
  });
}

const ofLevel = ({ key, zone, share, firstReplies, writers, weekEnd }: LevelVoice, name: string): Speaking => ({
  ...{ key, name, zone, writers },
  share: { ...share, asOf: weekEnd },
  first: { ...firstReplies, asOf: weekEnd },
});

function ofGroup(group: Voice['communities'][number]): Speaking {
  const { key, name, zone, weekEnd, messages, managerMessages, writers } = group;
  const untold = { low: null, high: null, n: null, asOf: weekEnd };
  return {
    ...{ key: `group ${key}`, name, zone, writers },
    share: { ...untold, value: group.voice, n: centreOf(messages), numerator: managerMessages, denominator: messages },
    first: { ...untold, value: group.firstReplies },
  };
}
