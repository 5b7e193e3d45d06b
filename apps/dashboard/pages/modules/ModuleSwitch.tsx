import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Module } from '#domain/declared/modules.js';
import { useRights } from '../../api/rights.js';
import { useDeclareModule } from './use-modules.js';
import styles from './modules.module.css';

const today = () => new Date().toISOString().slice(0, 10);

/** Says on which day a module was declared, or takes it back. Absent for those who may not. */
export function ModuleSwitch({ module, declaredOn }: { module: Module; declaredOn: string | null }) {
  const { t } = useTranslation('modules');
  const { manages } = useRights();
  const declare = useDeclareModule(module);
  const [day, setDay] = useState('');
  if (!manages) return null;
  return (
    <form
      className={styles.switch}
      aria-label={t('switchOf', { name: t(`${module}Name`) })}
      onSubmit={(event) => {
        event.preventDefault();
        declare.mutate(declaredOn === null ? day : null);
      }}
    >
      {declaredOn === null && (
        <TextInput
          type="date"
          size="xs"
          label={t('declaredOn')}
          value={day}
          max={today()}
          required
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="xs" variant="default" loading={declare.isPending}>
        {t(declaredOn === null ? 'switchOn' : 'switchOff')}
      </Button>
      <span role="status">{declare.isError ? t('failed') : ''}</span>
    </form>
  );
}
