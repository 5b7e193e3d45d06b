import { useState } from 'react';
import { type Window } from '../app/search.js';
import { AccountMenu } from '../app/shell/AccountMenu.js';
import { AppFrame } from '../app/shell/AppFrame.js';
import { Banner } from '../app/shell/Banner.js';
import { entries } from '../app/shell/navigation.js';
import { PeriodPicker } from '../app/shell/PeriodPicker.js';
import { TopBar } from '../app/shell/TopBar.js';
import { addDays, type Day } from '../format/iso-week.js';
import { NumberSamples } from './NumberSamples.js';
import { PanelSamples } from './PanelSamples.js';
import { PlaceSamples } from './PlaceSamples.js';
import { RowSamples } from './RowSamples.js';
import { today } from './samples.js';
import { TimeSamples } from './TimeSamples.js';
import { UiSamples } from './UiSamples.js';
import { WeekSamples } from './WeekSamples.js';
import { useWords } from './words.js';

const computedAt = new Date(Date.now() - 4 * 60_000);
const weeks = Array.from({ length: 20 }, (_, i) => addDays(today, -7 * i));
const nothing = () => undefined;

/** Everything on one page, in the frame, with invented figures. Not part of the production build. */
export function GalleryPage() {
  const { say } = useWords();
  const [window, setWindow] = useState<Window>(28);
  const [week, setWeek] = useState<Day>(today);
  const organization = { value: 'liam', label: 'Groupe Horizon' };
  return (
    <AppFrame
      organization="liam"
      entries={entries}
      banners={
        <Banner title={say('Données fictives', 'Invented data')}>
          {say('Ni ces personnes ni ces chiffres n’existent.', 'Neither these people nor these figures exist.')}
        </Banner>
      }
      top={
        <TopBar
          organization={organization}
          organizations={[organization, { value: 'cnam', label: say('Organisme public', 'Public body') }]}
          onOrganization={nothing}
          scopes={[{ value: 'n', label: say('Europe du Nord', 'Northern Europe') }]}
          scope={null}
          onScope={nothing}
          compare={null}
          news={null}
          onNews={() => undefined}
          find={null}
          freshness={{ upTo: today, computedAt }}
          period={
            <PeriodPicker
              week={week}
              weeks={weeks}
              window={window}
              onWeek={(next) => setWeek(next ?? today)}
              onWindow={setWindow}
            />
          }
          account={
            <AccountMenu
              name="Camille Roy"
              email="camille.roy@example.org"
              onLanguage={nothing}
              onAccount={() => undefined}
              onSignOut={nothing}
              onSignOutEverywhere={nothing}
            />
          }
        />
      }
    >
      <NumberSamples />
      <TimeSamples />
      <WeekSamples />
      <RowSamples />
      <PlaceSamples />
      <PanelSamples />
      <UiSamples />
    </AppFrame>
  );
}
