import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnZone } from '../../api/organization.js';
import { timeZones } from '../../ui/time-zones.js';

interface Props {
  zone: string;
  /** The times of the file say none. */
  needed: boolean;
  onZone: (zone: string) => void;
  /** Of what it is the zone, where it is not that of a file. */
  words?: { label: string; hint: string };
}

/** The zone in which the file tells the time, that of the organisation first. */
export function ZoneSelect({ zone, needed, onZone, words }: Props) {
  const { t } = useTranslation('files');
  const own = useOwnZone();
  const zones = useMemo(() => timeZones(own, zone), [own, zone]);
  return (
    <Select
      size={words ? 'sm' : 'xs'}
      label={words?.label ?? t('zone')}
      description={words?.hint ?? (needed ? t('zoneNeeded') : undefined)}
      withAsterisk={needed && !words}
      clearable={!needed}
      allowDeselect={false}
      searchable
      limit={50}
      nothingFoundMessage={t('zoneNone')}
      placeholder={t('zoneChoose')}
      data={zones}
      value={zone || null}
      onChange={(value) => onZone(value ?? '')}
    />
  );
}
