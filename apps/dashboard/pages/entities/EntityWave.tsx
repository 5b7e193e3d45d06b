import { useTranslation } from 'react-i18next';
import { ordinalOf } from '../../format/iso-week.js';
import { useOrganization } from '../../api/organization.js';
import { useFormat } from '../../i18n/use-format.js';
import { loaded, Panel } from '../../ui/Panel.js';
import { WaveSwatch } from '../../ui/WaveSwatch.js';
import styles from './entities.module.css';
import { Stalls, Standing } from './Standing.js';
import { type EntityRow } from './use-entity-rows.js';

/** The wave that opens the entity, its dates planned and actual. */
export function EntityWave({ row, inside }: { row: EntityRow; inside: EntityRow[] }) {
  const { t } = useTranslation('entities');
  const format = useFormat();
  const { data: organization } = useOrganization();
  const wave = organization?.waves.find(({ key }) => key === row.place.wave);
  const meeting = (organization?.waves ?? []).filter(({ key }) => inside.some(({ place }) => place.wave === key));
  const slip = wave?.actualStart ? ordinalOf(wave.actualStart) - ordinalOf(wave.plannedStart) : 0;
  return (
    <Panel query={loaded(wave ?? null)} title={t('waveTitle')}>
      {(found) =>
        found ? (
          <dl className={styles.facts}>
            <dt>{t('colWave')}</dt>
            <dd>
              <WaveSwatch rank={found.position}>{found.name}</WaveSwatch>
            </dd>
            <dt>{t('colStanding')}</dt>
            <dd>
              <span className={styles.standing}>
                {row.stall && <Stalls since={row.stall.since} />}
                <Standing where={row.standing} />
              </span>
            </dd>
            <dt>{t('wavePlanned')}</dt>
            <dd>{format.day(found.plannedStart, 'long')}</dd>
            <dt>{t('waveOpened')}</dt>
            <dd>
              {found.actualStart ? format.day(found.actualStart, 'long') : t('waveNotOpened')}
              {found.actualStart && (
                <small>
                  {slip === 0 && t('slipNone')}
                  {slip > 0 && t('slipLate', { count: slip })}
                  {slip < 0 && t('slipEarly', { count: -slip })}
                </small>
              )}
            </dd>
            <dt>{t('waveTarget', { day: format.day(found.plannedEnd, 'long') })}</dt>
            <dd>{format.percent(found.target)}</dd>
          </dl>
        ) : (
          <>
            <p className={styles.hint}>
              {t(meeting.length > 0 ? 'wavesMeet' : organization?.waves.length === 0 ? 'waveUndeclared' : 'waveNone')}
            </p>
            <ul className={styles.people}>
              {meeting.map(({ key, name, position }) => (
                <li key={key}>
                  <WaveSwatch rank={position}>{name}</WaveSwatch>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Panel>
  );
}
