import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type HeldSnapshot, type Import } from '#contract/imports.js';
import { useFormat } from '../../i18n/use-format.js';
import { Fold } from './Fold.js';
import { PlaceTable } from './PlaceTable.js';
import { Refusal } from './Refusal.js';
import styles from './sources.module.css';
import { useDecideHeld, useHeld } from './use-held.js';

const firstPlaces = 12;

/** What a file of everybody would change, entity by entity, and the two answers to it. */
export function HeldImport({ of }: { of: Import }) {
  const { t } = useTranslation('held');
  const held = useHeld(of.id);
  const decide = useDecideHeld(of.id);
  if (!held.data) return <Refusal error={held.error} />;
  const isBusy = decide.isPending;
  return (
    <div className={styles.revealed} role="group" aria-label={t('title')}>
      <strong>{t('title')}</strong>
      <Sums of={held.data} />
      <Places of={held.data} />
      <p className={styles.faint}>{t('hint')}</p>
      <span className={styles.confirm}>
        <Button size="compact-sm" loading={isBusy} onClick={() => decide.mutate('approve')}>
          {t('approve')}
        </Button>
        <Button variant="default" size="compact-sm" disabled={isBusy} onClick={() => decide.mutate('refuse')}>
          {t('refuse')}
        </Button>
      </span>
      <Refusal error={decide.error} />
    </div>
  );
}

/** What a file that was only tried would change: nothing waits, so there is nothing to answer. */
export function WouldBeHeld({ of }: { of: Import }) {
  const { t } = useTranslation('held');
  const held = useHeld(of.id);
  if (!held.data) return <Refusal error={held.error} />;
  return (
    <div className={styles.revealed} role="group" aria-label={t('wouldTitle')}>
      <strong>{t('wouldTitle')}</strong>
      <Sums of={held.data} />
      <Fold title={t('wouldPlaces')} opens={false}>
        <Places of={held.data} />
      </Fold>
      <p className={styles.faint}>{t('wouldHint')}</p>
    </div>
  );
}

function Sums({ of: { day, known, joined, left, moved, hasUnreadable, correctsFirst } }: { of: HeldSnapshot }) {
  const { t } = useTranslation('held');
  const format = useFormat();
  const told = (count: number) => ({
    ...{ count, n: format.number(count), share: format.percent(known === 0 ? 0 : count / known) },
  });
  // What nobody does is not told.
  const changes = [
    left > 0 && t('sumsLeft', told(left)),
    moved > 0 && t('sumsMoved', told(moved)),
    joined > 0 && t('sumsJoined', told(joined)),
  ].filter((one) => one !== false);
  return (
    <>
      <p>
        {t('sums', {
          ...{ day: format.day(day, 'long'), known: format.number(known) },
          changes: new Intl.ListFormat(format.language).format(changes),
        })}
      </p>
      {correctsFirst && <p>{t('correctsFirst')}</p>}
      {hasUnreadable && <p>{t('unreadable')}</p>}
    </>
  );
}

/** Entities by the changes in them; people are counted, not named. */
function Places({ of: { places } }: { of: HeldSnapshot }) {
  const { t } = useTranslation('held');
  const format = useFormat();
  const count = (people: number, of: number | undefined) =>
    people === 0 ? '–' : of ? t('outOf', { n: format.number(people), of: format.number(of) }) : format.number(people);
  const losses: readonly string[] = ['left', 'departed'];
  // Only what changes somewhere: on a phone there is room for two columns.
  const told = (['left', 'departed', 'arrived', 'joined'] as const).filter((what) =>
    places.some((one) => one[what] > 0),
  );
  return (
    <PlaceTable
      head={[t('place'), ...told.map((what) => t(what))]}
      rows={places.map((one) => ({
        place: one.place,
        cells: told.map((what) => count(one[what], losses.includes(what) ? one.known : undefined)),
      }))}
      first={firstPlaces}
      more={(hidden) => t('more', { count: hidden, n: format.number(hidden) })}
      fewer={t('fewer')}
    />
  );
}
