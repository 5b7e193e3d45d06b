import { ActionIcon, Menu, SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronLeft, IconChevronRight, IconPlayerSkipForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { addDays, type Day } from '../../format/iso-week.js';
import { useFormat } from '../../i18n/use-format.js';
import { type Window, windows } from '../search.js';
import styles from './TopBar.module.css';

interface PeriodPickerProps {
  /** The Sunday shown; null before the first publication, and on a page that speaks of no week. */
  week: Day | null;
  /** Published Sundays, newest first. */
  weeks: Day[];
  /** Null on a page that has no choice of window. */
  window: Window | null;
  onWeek: (week: Day | undefined) => void;
  onWindow: (window: Window) => void;
}

/** A window and the week that ends it. Never offers a week that is not published. */
export function PeriodPicker({ week, weeks, window, onWeek, onWindow }: PeriodPickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (week === null && window === null) return null;
  const isLast = week === null || week >= (weeks[0] ?? week);
  const isFirst = week === null || week <= (weeks.at(-1) ?? week);
  return (
    <div className={styles.period} role="group" aria-label={t('period')}>
      {window !== null && (
        <>
          <SegmentedControl
            className={styles.windows}
            aria-label={t('window')}
            value={String(window)}
            onChange={(value) => onWindow(windows.find((days) => String(days) === value) ?? 28)}
            data={windows.map((days) => ({ value: String(days), label: t(`window${days}`) }))}
          />
          <Menu width={180}>
            <Menu.Target>
              <UnstyledButton
                className={`${styles.pick} ${styles.windowMenu}`}
                aria-label={`${t('window')}, ${t(`window${window}`)}`}
              >
                {t(`window${window}`)} <IconChevronDown size={14} aria-hidden />
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              {windows.map((days) => (
                <Menu.Item key={days} onClick={() => onWindow(days)} aria-current={days === window || undefined}>
                  {t(`window${days}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </>
      )}
      {week !== null && (
        <div className={styles.week}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('previousWeek')}
            disabled={isFirst}
            onClick={() => onWeek(addDays(week, -7))}
          >
            <IconChevronLeft size={18} />
          </ActionIcon>
          <span className={styles.weekName}>{t('weekEnding', { day: format.day(week) })}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('nextWeek')}
            disabled={isLast}
            onClick={() => onWeek(addDays(week, 7))}
          >
            <IconChevronRight size={18} />
          </ActionIcon>
          {!isLast && (
            <Tooltip label={t('lastWeek')}>
              <ActionIcon variant="subtle" color="gray" aria-label={t('lastWeek')} onClick={() => onWeek(undefined)}>
                <IconPlayerSkipForward size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      )}
    </div>
  );
}
