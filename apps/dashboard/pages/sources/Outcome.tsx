import { Anchor } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../api/organization.js';
import { usePurposeGate } from '../../api/purpose-gate.js';
import { Status } from '../../ui/Status.js';
import { placeOfWord } from '../../ui/use-held-back.js';
import { ImportRow } from './ImportRow.js';
import styles from './sources.module.css';
import { stateOfImport } from './state-of-import.js';
import { placeOfHeld } from './use-held.js';
import { useImports } from './use-sources.js';

interface Props {
  /** Number of the import. */
  id: number;
  file: string;
}

const useTold = (id: number) => useImports().data?.imports.find((one) => one.id === id);

/** That the file was received and what became of it, in one line; the rest is told in the list. */
export function Outcome({ id, file }: Props) {
  const { t } = useTranslation('imports');
  const { t: held } = useTranslation('held');
  const { t: sources } = useTranslation('sources');
  const { data: organization } = useOrganization();
  const gate = usePurposeGate().data;
  const told = useTold(id);
  const [state, word] = told ? stateOfImport(told) : (['waiting', 'stateQueued'] as const);
  return (
    <p role="status" className={styles.received}>
      {t('handedIn', { file })} <Status state={state}>{t(word)}</Status>
      {told?.state === 'held' && (
        <Anchor href={`#${placeOfHeld(id)}`} inherit underline="always">
          {held('toHeld')}
        </Anchor>
      )}
      {/* Where a directory brought a country without dates, they come first. */}
      {told?.state === 'done' && organization?.awaitsWord && gate !== undefined && gate.state !== 'closed' && (
        <Anchor href={`#${placeOfWord}`} inherit underline="always">
          {sources('toPublish')}
        </Anchor>
      )}
    </p>
  );
}

/** What a trial says, beside the button that will hand the file in. */
export function TrialOutcome({ id, file }: Props) {
  const { t } = useTranslation('imports');
  const told = useTold(id);
  const place = useRef<HTMLDivElement>(null);
  // On a small screen it would begin below.
  useEffect(() => {
    // Browsers may answer with a promise, which is no clean-up.
    void place.current?.scrollIntoView({ block: 'nearest' });
  }, [told?.state]);
  return (
    <div ref={place} role="status" className={styles.outcome}>
      {told ? (
        <ul className={styles.imports}>
          <ImportRow of={told} mayDownload isProposed={false} />
        </ul>
      ) : (
        <p>{t('handedIn', { file })}</p>
      )}
      {told?.state === 'done' && <p className={styles.faint}>{t('triedKept')}</p>}
    </div>
  );
}
