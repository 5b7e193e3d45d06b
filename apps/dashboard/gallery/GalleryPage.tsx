import { useState } from 'react';
import { type Window } from '../app/search.js';
import { AccountMenu } from '../app/shell/AccountMenu.js';
import { AppFrame } from '../app/shell/AppFrame.js';
import { Banner } from '../app/shell/Banner.js';
import { entries } from '../app/shell/navigation.js';
import { PeriodPicker } from '../app/shell/PeriodPicker.js';
import { TopBar } from '../app/shell/TopBar.js';
import { addDays, type Day } from '../format/iso-week.js';
import { LineSamples } from './LineSamples.js';
import { RowSamples } from './RowSamples.js';
import { today } from './samples.js';
import { Heading, UiSamples } from './UiSamples.js';

const computedAt = new Date(Date.now() - 4 * 60_000);
const weeks = Array.from({ length: 20 }, (_, i) => addDays(today, -7 * i));
const nothing = () => undefined;

/** Everything on one page, in the frame, with invented figures. Not part of the production build. */
export function GalleryPage() {
  const [window, setWindow] = useState<Window>(28);
  const [week, setWeek] = useState<Day>(today);
  const organization = { value: 'liam', label: 'Groupe Horizon' };
  return (
    <AppFrame
      organization="liam"
      entries={entries}
      banners={
        <Banner title="Données fictives">
          Cette organisation est inventée : ni ses personnes ni ses chiffres n’existent.
        </Banner>
      }
      top={
        <TopBar
          organization={organization}
          organizations={[organization, { value: 'cnam', label: 'Organisme public' }]}
          onOrganization={nothing}
          scopes={[{ value: 'n', label: 'Europe du Nord' }]}
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
      <Heading />
      <LineSamples />
      <RowSamples />
      <UiSamples />
    </AppFrame>
  );
}
