import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Target } from '#contract/targets.js';
import { indicatorOf } from '#domain/indicators/catalogue.js';
import { isBand, ownWindow, targetKey, targetKeys } from '#domain/targets/target.js';
import { useOrganization } from '../../api/organization.js';
import { type Goal, TargetRefused, useSetTarget, useWithdrawTarget } from '../../api/targets.js';
import { useFormat } from '../../i18n/use-format.js';
import { useProblemWords } from '../../i18n/use-problem-words.js';
import { FormEnd } from '../FormEnd.js';
import { Taken } from '../Taken.js';
import styles from './targets.module.css';

interface TargetFormProps {
  /** The one to change; null = a new one. */
  target: Target | null;
  /** Where it is set from a figure: of what, and of which indicator. */
  of?: Pick<Goal, 'scope' | 'indicator' | 'windowDays'>;
  onDone: () => void;
}

const nothing = { scope: '', indicator: 'K08', windowDays: 0, dueOn: '', atLeast: null, atMost: null } as const;
const share = (percent: number | string): number | null => (typeof percent === 'number' ? percent / 100 : null);
const percent = (of: number | null): number | '' => (of === null ? '' : Math.round(of * 1000) / 10);

/** What a share is to be, and by when. */
export function TargetForm({ target, of, onDone }: TargetFormProps) {
  const { t } = useTranslation('targets');
  const format = useFormat();
  const sayProblem = useProblemWords();
  const places = usePlaces();
  const [goal, setGoal] = useState<Goal>(target ?? { ...nothing, ...of });
  const saving = useSetTarget();
  const withdrawing = useWithdrawTarget();
  const say = (changes: Partial<Goal>) => setGoal((now) => ({ ...now, ...changes }));
  const isFixed = target !== null || of !== undefined;
  const problem = saving.error ?? withdrawing.error;
  const refusal =
    problem && (problem instanceof TargetRefused ? t('refused', { code: problem.code }) : sayProblem(problem));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    saving.mutate({ goal, instead: target }, { onSuccess: onDone });
  };
  const title = (key: string) => indicatorOf(targetKey(key) ?? 'K08').title[format.language];
  return (
    <Modal opened onClose={onDone} title={t(target ? 'edit' : 'new')} closeButtonProps={{ 'aria-label': t('close') }}>
      {target && withdrawing.isSuccess ? (
        <Taken
          says={t('withdrawn')}
          isPending={saving.isPending}
          refusal={refusal}
          onUndo={() => saving.mutate({ goal: target, instead: null }, { onSuccess: onDone })}
        />
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <Select
            label={t('indicator')}
            data={targetKeys.map((key) => ({ value: key, label: title(key) }))}
            value={goal.indicator}
            disabled={isFixed}
            searchable
            allowDeselect={false}
            onChange={(key) => key && say({ indicator: targetKey(key) ?? 'K08', windowDays: ownWindow(key) })}
          />
          <Select
            label={t('place')}
            data={[{ value: '', label: t('whole') }, ...places]}
            value={goal.scope}
            disabled={isFixed}
            searchable
            allowDeselect={false}
            limit={80}
            onChange={(scope) => say({ scope: scope ?? '' })}
          />
          <div className={styles.ends}>
            <NumberInput
              label={t('low')}
              {...{ min: 0.1, max: 100, decimalScale: 1, suffix: '\u202f%', value: percent(goal.atLeast) }}
              onChange={(value) => say({ atLeast: share(value) })}
            />
            <NumberInput
              label={t('high')}
              {...{ min: 0.1, max: 100, decimalScale: 1, suffix: '\u202f%', value: percent(goal.atMost) }}
              onChange={(value) => say({ atMost: share(value) })}
            />
          </div>
          <TextInput
            type="date"
            label={t('by')}
            value={goal.dueOn}
            required
            withAsterisk={false}
            onChange={({ currentTarget }) => say({ dueOn: currentTarget.value })}
          />
          <FormEnd refusal={refusal} loading={saving.isPending} disabled={!isBand(goal) || goal.dueOn === ''}>
            {t('save')}
          </FormEnd>
          {target && (
            <Button
              variant="subtle"
              color="red"
              loading={withdrawing.isPending}
              onClick={() => withdrawing.mutate(target)}
            >
              {t('withdraw')}
            </Button>
          )}
        </form>
      )}
    </Modal>
  );
}

/** Waves, then entities that are places of their own. */
function usePlaces() {
  const { data } = useOrganization();
  const waves = (data?.waves ?? []).map(({ key, name }) => ({ value: key, label: name }));
  const taken = new Set(waves.map(({ value }) => value));
  const entities = (data?.nodes ?? []).flatMap(({ entity, name, parent }) =>
    entity === null || parent === null || taken.has(entity) ? [] : [{ value: entity, label: name }],
  );
  return [...waves, ...entities];
}
