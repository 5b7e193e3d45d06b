import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Day on which the file held everybody; '' = not said yet, null = it does not. */
  day: string | null;
  onDay: (day: string | null) => void;
}

/** Whether a file of people is the whole directory, and of which day. */
export function Everybody({ day, onDay }: Props) {
  const { t } = useTranslation('held');
  const today = () => new Date().toLocaleDateString('sv');
  return (
    <>
      <Switch
        label={t('snapshot')}
        description={t('snapshotHint')}
        checked={day !== null}
        onChange={(event) => onDay(event.currentTarget.checked ? today() : null)}
      />
      {day !== null && (
        <TextInput
          type="date"
          label={t('snapshotDay')}
          value={day}
          required
          onChange={(event) => onDay(event.currentTarget.value)}
        />
      )}
    </>
  );
}
