import { Button, NativeSelect } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Group, type NewKind } from '#contract/groups.js';
import { suggestedKinds } from '#domain/communities/suggested-kind.js';
import { useFormat } from '../../i18n/use-format.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { groupKinds } from '../../ui/use-group-kind.js';
import { changesTo, suggestionsOf } from './kind-rows.js';
import styles from './groups.module.css';
import { useGroupsChange } from './use-groups.js';

/** How a choice stands in a list, which knows no null. */
const none = 'none';

/** Sets the kind of what is marked, takes the suggestions, takes the last change back. */
export function KindTools({ groups, marked, onDone }: { groups: Group[]; marked: Group[]; onDone: () => void }) {
  const { t } = useTranslation('groups');
  const format = useFormat();
  const sayProblem = useProblemWords();
  const [kind, setKind] = useState<string>(suggestedKinds[0]);
  const { change, undo, undoable, isPending, error } = useGroupsChange(groups);
  const wanted: NewKind = kind === none ? null : (suggestedKinds.find((one) => one === kind) ?? 'as_imported');
  const suggestions = suggestionsOf(marked.length > 0 ? marked : groups);
  const apply = () => {
    change(changesTo(marked, wanted));
    onDone();
  };
  return (
    <div className={styles.tools}>
      <span aria-live="polite">{t('marked', { count: marked.length, n: format.number(marked.length) })}</span>
      <NativeSelect
        size="xs"
        aria-label={t('becomes')}
        value={kind}
        data={[
          ...suggestedKinds.map((one) => ({ value: one, label: t(groupKinds[one]) })),
          { value: none, label: t('noKind') },
          { value: 'as_imported', label: t('asImported') },
        ]}
        onChange={(event) => setKind(event.currentTarget.value)}
      />
      <Button size="xs" disabled={marked.length === 0} loading={isPending} onClick={apply}>
        {t('apply')}
      </Button>
      {suggestions.length > 0 && (
        <Button size="xs" variant="default" disabled={isPending} onClick={() => change(suggestions)}>
          {t('takeSuggestions', { count: suggestions.length, n: format.number(suggestions.length) })}
        </Button>
      )}
      <Button
        size="xs"
        variant="subtle"
        disabled={undoable === 0 || isPending}
        leftSection={<IconArrowBackUp size={14} stroke={1.8} aria-hidden />}
        onClick={undo}
      >
        {t('undo')}
      </Button>
      {error && (
        <p role="alert" className={styles.refusal}>
          {sayProblem(error)}
        </p>
      )}
    </div>
  );
}
