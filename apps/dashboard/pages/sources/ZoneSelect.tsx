import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../api/organization.js';

interface Props {
  zone: string;
  /** The times of the file say none. */
  needed: boolean;
  onZone: (zone: string) => void;
}

/** The zone in which the file tells the time, that of the organisation first. */
export function ZoneSelect({ zone, needed, onZone }: Props) {
  const { t } = useTranslation('files');
  const own = useOrganization().data?.timezone;
  const zones = useMemo(
    () => [...new Set([...(own ? [own] : []), 'UTC', ...(zone ? [zone] : []), ...Intl.supportedValuesOf('timeZone')])],
    [own, zone],
  );
  return (
    <Select
      size="xs"
      label={t('zone')}
      description={needed ? t('zoneNeeded') : undefined}
      withAsterisk={needed}
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
