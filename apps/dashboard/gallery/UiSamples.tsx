import { Button } from '@mantine/core';
import { exactly } from '#domain/statistics/interval.js';
import { AskFirst } from '../ui/AskFirst.js';
import { AsOf } from '../ui/AsOf.js';
import { FileChoice } from '../ui/FileChoice.js';
import { FormEnd } from '../ui/FormEnd.js';
import { LastDay, LastDayField } from '../ui/LastDay.js';
import { Masked } from '../ui/Masked.js';
import { PageSkeleton } from '../ui/PageSkeleton.js';
import { Progress } from '../ui/Progress.js';
import { QrCode } from '../ui/QrCode.js';
import { RateBar } from '../ui/RateBar.js';
import { Status } from '../ui/Status.js';
import { Taken } from '../ui/Taken.js';
import { WaveStanding } from '../ui/WaveStanding.js';
import { addDays } from '../format/iso-week.js';
import { Sample, Samples } from './Sample.js';
import { today } from './samples.js';
import { useWords } from './words.js';

const rate = (value: number) => ({
  ...{ value, low: value, high: value, n: 100, shown: 'value' as const },
  ...{ numerator: exactly(value * 100), denominator: exactly(100) },
});
const slip = { from: 9, to: 12, low: 498, high: 504, of: 830, day: today, days: 12 };
const verdicts = ['waiting', 'late', 'behind', 'ahead', 'on_time', 'reached', 'done', 'masked', 'unpublished'];
const states = ['done', 'onTime', 'running', 'waiting', 'attention', 'failed', 'unknown'] as const;
const row = { display: 'flex', gap: 16, flexWrap: 'wrap', alignItems: 'center' } as const;
const column = { display: 'grid', gap: 24 } as const;

/** The pieces that are neither charts nor tables, in each of their states. */
export function UiSamples() {
  const { say, percent, longName } = useWords();
  const reason = say('Moins de 10 personnes.', 'Fewer than 10 people.');
  return (
    <Samples>
      <Sample of="Progress" state="usual">
        <div style={column}>
          <Progress label="evenements-2026.csv" done={412_000} total={1_500_000} />
          <Progress label="annuaire.csv" done={8300} total={null} />
          <Progress label={`${longName(1)}.csv`} done={0} total={12} />
        </div>
      </Sample>
      <Sample of="Status" state="usual">
        <span style={row}>
          {states.map((state) => (
            <Status key={state} state={state} />
          ))}
        </span>
      </Sample>
      <Sample of="WaveStanding" state="usual">
        <div style={column}>
          {verdicts.map((verdict) => (
            <WaveStanding
              key={verdict}
              wave={{ plannedStart: today, sentence: { key: `wave.${verdict}`, params: slip } }}
            />
          ))}
        </div>
      </Sample>
      <Sample of="Masked" state="usual">
        <span style={row}>
          <Masked reason={reason} />
          <Masked reason={reason} unmeasurable />
          <Masked reason={reason} isTold />
        </span>
      </Sample>
      <Sample of="RateBar" state="usual">
        <div style={column}>
          {[0, 0.42, 1].map((share) => (
            <RateBar key={share} measured={rate(share)} mark={0.6} rank={share === 1 ? 2 : undefined}>
              {share === 1 ? say('presque tous : 38 ou plus sur 40', 'almost all: 38 or more of 40') : percent(share)}
            </RateBar>
          ))}
        </div>
      </Sample>
      <Sample of="AsOf" state="usual">
        <span style={row}>
          {percent(0.42)} <AsOf day={addDays(today, -21)} week={today} />
        </span>
      </Sample>
      <Sample of="LastDay" state="usual">
        <div style={column}>
          <LastDay day="2020-01-31" />
          <LastDay day="2099-01-31" />
          <LastDayField day="2099-01-31" onDay={() => undefined} />
        </div>
      </Sample>
      <Sample of="FormEnd" state="refused">
        <FormEnd refusal={say('Ce fichier n’a pas de colonne « personne ».', 'This file has no column “person”.')}>
          {say('Importer', 'Import')}
        </FormEnd>
        <FileChoice accept=".csv" onFile={() => undefined}>
          {(props) => <Button {...props}>{say('Choisir un fichier', 'Choose a file')}</Button>}
        </FileChoice>
      </Sample>
      <Sample of="Taken" state="usual">
        <Taken
          says={say('La cible est retirée.', 'The target is withdrawn.')}
          isPending={false}
          refusal={null}
          onUndo={() => undefined}
        />
      </Sample>
      <Sample of="Taken" state="refused">
        <Taken says={longName(1)} isPending={false} refusal={longName(2)} onUndo={() => undefined} />
      </Sample>
      <Sample of="AskFirst" state="usual">
        <AskFirst
          label={say('Mettre fin au lien', 'End the link')}
          question={say('Ce lien ne s’ouvrira plus.', 'This link will open no more.')}
          yes={say('Y mettre fin', 'End it')}
          isPending={false}
          onYes={() => undefined}
        />
      </Sample>
      <Sample of="PageSkeleton" state="loading">
        <PageSkeleton />
      </Sample>
      <Sample of="QrCode" state="usual">
        <QrCode text="otpauth://totp/Essor:camille.roy@example.org" label="QR" />
      </Sample>
    </Samples>
  );
}
