import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SmallestGroup } from '#contract/smallest-group.js';
import { smallestGroup } from '#domain/mask/smallest-group.js';
import { useSmallestGroupChange } from '../../api/smallest-group.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './privacy.module.css';

/** Asks for larger groups; before it is done, says that it cannot be taken back. */
export function SmallestGroupForm({ holds }: { holds: SmallestGroup }) {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const change = useSmallestGroupChange();
  const [k, setK] = useState(holds.k);
  const isMore = k > holds.k && k <= smallestGroup.most;
  const follows = isMore ? t('groupFollows', { n: format.number(k), before: format.number(holds.k) }) : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isMore) change.mutate({ k });
      }}
    >
      <NumberInput
        label={t('groupLeast')}
        min={holds.k}
        max={smallestGroup.most}
        allowDecimal={false}
        clampBehavior="blur"
        value={k}
        onChange={(value) => setK(Number(value))}
      />
      <Button type="submit" variant="default" disabled={!isMore} loading={change.isPending}>
        {t('groupRaise')}
      </Button>
      <span role="status">{change.isError ? t('groupNotRaised') : follows}</span>
    </form>
  );
}
