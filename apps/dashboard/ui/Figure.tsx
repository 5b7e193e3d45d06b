import { Popover, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Day } from '../format/iso-week.js';
import { useFormat } from '../i18n/use-format.js';
import { Masked } from './Masked.js';
import { PageWeek } from './page-week.js';
import { useReadingLevel } from './reading-level.js';
import styles from './Figure.module.css';

export interface FigureProps {
  label: string;
  /** Already written for people (`useFormat`); null where there is none. */
  value: string | null;
  unit?: string;
  /** Its people, in words: « 4 980 sur 8 300 ». */
  people?: string;
  /** `tone` only where the change asks for something or is plainly good. */
  change?: { text: string; window: string; tone?: 'good' | 'attention' };
  /** Written ends, shown to experts; `what` says which doubt they hold where a page knows more than one. */
  interval?: { low: string; high: string; what?: string };
  /** Why there is no value, where the mask took it. */
  masked?: string;
  /** Why no source tells it. */
  unmeasurable?: string;
  definition: string;
  method?: string;
  /** A benchmark always comes with its own definition; one a line. */
  benchmark?: string;
  upTo?: Day;
  onSeeEntities?: () => void;
  /** A small picture of its past. */
  picture?: ReactNode;
  /** Under the number; and at the end of its panel, which it may close. */
  beneath?: ReactNode;
  further?: (close: () => void) => ReactNode;
}

// As high as there is room; what is longer is scrolled.
const fitting = {
  ...{ flip: true, shift: true },
  size: {
    padding: 8,
    apply: ({ availableHeight, elements }: { availableHeight: number; elements: { floating: HTMLElement } }) => {
      elements.floating.style.maxHeight = `${Math.max(220, availableHeight)}px`;
    },
  },
};

/** A number as an object: everything that makes it readable is one step away. */
export function Figure(props: FigureProps) {
  const { label, value, unit, people, change, interval, masked, unmeasurable, picture, beneath, upTo } = props;
  const { t } = useTranslation('ui');
  const format = useFormat();
  const [level] = useReadingLevel();
  const page = useContext(PageWeek);
  const [isOpen, setOpen] = useState(false);
  const ends = interval && interval.low !== interval.high ? interval : undefined;
  const [, about, figure = value] = /^(environ|about) (\d.*)$/.exec(value ?? '') ?? [];
  // A difference is a number like any other: its unit stands beside it as theirs do.
  const [, amount = figure, points] = /^(\S+)\s(points?)$/.exec(figure ?? '') ?? [];
  const beside = points ?? unit;
  return (
    <Popover opened={isOpen} onChange={setOpen} width={340} position="bottom-start" middlewares={fitting} trapFocus>
      <Popover.Target>
        <UnstyledButton className={styles.figure} onClick={() => setOpen((was) => !was)}>
          <span className={styles.label}>
            {label}
            <IconInfoCircle size={15} stroke={1.6} aria-hidden className={styles.hint} />
          </span>
          <span className={styles.line}>
            {masked || unmeasurable ? (
              <Masked reason={masked ?? unmeasurable ?? ''} unmeasurable={!masked} isTold />
            ) : (
              <span className={styles.value} data-long={(amount?.length ?? 0) > 9 || undefined}>
                {about && <small data-about>{about}</small>}
                {amount ?? '–'}
                {value !== null && beside && <small> {beside}</small>}
              </span>
            )}
            {!masked && !unmeasurable && picture}
          </span>
          {(masked ?? unmeasurable) && <span className={styles.people}>{masked ?? unmeasurable}</span>}
          {people && <span className={styles.people}>{people}</span>}
          {level === 'expert' && ends && (
            <span className={styles.people}>
              {ends.what ? t('intervalWith', { ...ends, what: ends.what }) : t('interval', ends)}
            </span>
          )}
          {upTo !== undefined && page !== null && upTo !== page && (
            <span className={styles.people}>{t('asOf', { day: format.day(upTo, 'short') })}</span>
          )}
          {change && (
            <span className={styles.change} data-tone={change.tone}>
              <strong>{change.text}</strong> {change.window}
            </span>
          )}
          {beneath}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.about}>
        <FigureAbout {...props} onClose={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function FigureAbout({ onClose, ...props }: FigureProps & { onClose: () => void }) {
  const { label, definition, method, benchmark, masked, unmeasurable, upTo, onSeeEntities, further } = props;
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <>
      <h3>{label}</h3>
      <p>{definition}</p>
      {(masked ?? unmeasurable) && <p>{masked ?? unmeasurable}</p>}
      {method && (
        <p>
          <strong>{t('method')}</strong> {method}
        </p>
      )}
      {benchmark?.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      {upTo && <p className={styles.fresh}>{t('freshTo', { day: format.day(upTo) })}</p>}
      {onSeeEntities && (
        <UnstyledButton className={styles.down} onClick={onSeeEntities}>
          {t('seeEntities')} <IconArrowRight size={15} aria-hidden />
        </UnstyledButton>
      )}
      {further?.(onClose)}
    </>
  );
}
