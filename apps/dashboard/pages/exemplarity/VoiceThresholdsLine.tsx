import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Voice, VoiceSettings } from '#contract/voice.js';
import { useReading } from '../../api/reading.js';
import { useRights } from '../../api/rights.js';
import { useFormat } from '../../i18n/use-format.js';
import styles from './exemplarity.module.css';
import { useVoiceThresholds } from './use-voice-thresholds.js';

/** From where the zones are told, and for those who may: the way to choose it. */
export function VoiceThresholdsLine({ voice: { thresholds, setAt } }: { voice: Voice }) {
  const { t } = useTranslation('voice');
  const format = useFormat();
  const { manages: mayChoose } = useRights();
  const [open, setOpen] = useState(false);
  const { firstReplies, voice, weeks } = thresholds;
  return (
    <>
      <p className={styles.rule}>
        {t('rule', { first: format.percent(firstReplies), voice: format.percent(voice), weeks })}{' '}
        {setAt ? t('ruleSet', { day: format.day(setAt.slice(0, 10), 'long') }) : t('ruleDefault')}{' '}
        {mayChoose && !open && (
          <Button variant="subtle" size="compact-sm" px={0} onClick={() => setOpen(true)}>
            {t('change')}
          </Button>
        )}
      </p>
      {open && <ThresholdsForm thresholds={thresholds} onClose={() => setOpen(false)} />}
    </>
  );
}

const percentOf = (share: number) => Math.round(share * 100);

function ThresholdsForm({ thresholds, onClose }: { thresholds: Voice['thresholds']; onClose: () => void }) {
  const { t } = useTranslation('voice');
  const [first, setFirst] = useState<number | string>(percentOf(thresholds.firstReplies));
  const [voice, setVoice] = useState<number | string>(percentOf(thresholds.voice));
  const [weeks, setWeeks] = useState<number | string>(thresholds.weeks);
  const choose = useVoiceThresholds();
  return (
    <form
      className={styles.thresholds}
      aria-label={t('change')}
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate({ firstReplies: Number(first) / 100, voice: Number(voice) / 100, weeks: Number(weeks) });
      }}
    >
      <NumberInput
        size="xs"
        label={t('firstReplies')}
        value={first}
        min={1}
        max={100}
        allowDecimal={false}
        onChange={setFirst}
      />
      <NumberInput
        size="xs"
        label={t('voice')}
        value={voice}
        min={1}
        max={100}
        allowDecimal={false}
        onChange={setVoice}
      />
      <NumberInput
        size="xs"
        label={t('weeks')}
        value={weeks}
        min={1}
        max={4}
        allowDecimal={false}
        onChange={setWeeks}
      />
      <Button type="submit" size="xs" loading={choose.isPending}>
        {t('save')}
      </Button>
      <Button variant="default" size="xs" onClick={onClose}>
        {t('cancel')}
      </Button>
      <span role="status">
        {choose.isError ? t('refused', { detail: choose.error.message }) : choose.isSuccess ? t('saved') : ''}
      </span>
      <History />
    </form>
  );
}

/** Who chose which thresholds, and when. */
function History() {
  const { t } = useTranslation('voice');
  const format = useFormat();
  const { data } = useReading('voice-thresholds', VoiceSettings, {});
  if (!data || data.history.length === 0) return null;
  return (
    <ul>
      {data.history.map(({ setAt, by, firstReplies, voice, weeks }) => (
        <li key={setAt}>
          {t('setBy', {
            ...{ day: format.day(setAt.slice(0, 10), 'long'), by: by ?? t('byCommand'), weeks },
            ...{ first: format.percent(firstReplies), voice: format.percent(voice) },
          })}
        </li>
      ))}
    </ul>
  );
}
