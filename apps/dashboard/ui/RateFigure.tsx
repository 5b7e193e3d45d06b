import { type Measured } from '#contract/published.js';
import { type FigureNote } from '#contract/notes.js';
import { type Target } from '#contract/targets.js';
import { indicatorOf, type IndicatorKey } from '#domain/indicators/catalogue.js';
import { targetKey } from '#domain/targets/target.js';
import { lazy, Suspense, useContext, useState } from 'react';
import { useOrganization } from '../api/organization.js';
import { useFormat } from '../i18n/use-format.js';
import { benchmarkLine } from './benchmark-line.js';
import { useComparedFigure } from './compare/use-compared.js';
import { FigureOf, isSteerable } from './figure-of.js';
import { Figure, type FigureProps } from './Figure.js';
import { write, writeShare } from './measured.js';
import { NoteCount, NoteList } from './notes/FigureNotes.js';
import { useNotesOf } from './notes/use-notes-of.js';
import { TargetLine, TargetSentences } from './targets/FigureTargets.js';
import { useTargetsOf } from './targets/use-targets-of.js';

// Loaded with the first that is opened.
const NoteForm = lazy(() => import('./notes/NoteForm.js').then((it) => ({ default: it.NoteForm })));
const TargetForm = lazy(() => import('./targets/TargetForm.js').then((it) => ({ default: it.TargetForm })));

type Own = Pick<FigureProps, 'change' | 'benchmark' | 'upTo' | 'onSeeEntities' | 'picture' | 'beneath' | 'further'>;

interface RateFigureProps extends Own {
  indicator: IndicatorKey;
  measured: Measured;
  /** Where the catalogue's title is too long or too general. */
  label?: string;
  /** Days it is read over, where they are not its own. */
  window?: number | null;
  /** Of what it is a share, where its unit does not say so: it is then written in per cent, with its n. */
  shareOf?: string;
  /** Which doubt its interval holds, where a page knows more than one. */
  doubt?: string;
  /** What else is known of its people, after them. */
  beside?: string;
}

/** One indicator of the catalogue: its title, meaning and denominator come with it. */
export function RateFigure(props: RateFigureProps) {
  const scope = useContext(FigureOf);
  return scope === null ? <PlainFigure {...props} /> : <SteeredFigure {...props} scope={scope} />;
}

/** With what it is to reach, and what is written beside it. */
function SteeredFigure({ scope, ...props }: RateFigureProps & { scope: string }) {
  const { indicator, window = indicatorOf(indicator).defaultWindow, upTo } = props;
  const { data: organization } = useOrganization();
  const targets = useTargetsOf(indicator, window);
  const notes = useNotesOf(indicator);
  const compared = useComparedFigure({ indicator, window, scope, measured: props.measured, upTo });
  const [target, setTarget] = useState<Target | 'new' | null>(null);
  const [note, setNote] = useState<FigureNote | 'new' | null>(null);
  const known = <T,>(one: T | 'new') => (one === 'new' ? null : one);
  return (
    <>
      <PlainFigure
        {...props}
        {...(compared ? { change: compared } : {})}
        beneath={
          <>
            <TargetLine target={targets[0]} />
            <NoteCount count={notes.length} />
          </>
        }
        further={(close) => {
          if (!isSteerable(scope, organization?.nodes ?? [])) return null;
          const open = (show: () => void) => {
            close();
            show();
          };
          return (
            <>
              {targetKey(indicator) !== null && (
                <TargetSentences targets={targets} onSet={(one) => open(() => setTarget(one ?? 'new'))} />
              )}
              {upTo && <NoteList notes={notes} onWrite={(one) => open(() => setNote(one ?? 'new'))} />}
            </>
          );
        }}
      />
      <Suspense>
        {target && (
          <TargetForm
            target={known(target)}
            of={{ scope, indicator, windowDays: window ?? 0 }}
            onDone={() => setTarget(null)}
          />
        )}
        {note && upTo && (
          <NoteForm note={known(note)} of={{ scope, indicator, weekEnd: upTo }} onDone={() => setNote(null)} />
        )}
      </Suspense>
    </>
  );
}

function PlainFigure({ indicator, measured, label, window, shareOf, beside, doubt, ...own }: RateFigureProps) {
  const format = useFormat();
  const { title, meaning, unit, denominator, defaultWindow } = indicatorOf(indicator);
  const { note, ...written } = shareOf ? writeShare(measured, shareOf, format) : write(measured, unit, format);
  const base = denominator && denominator !== 'base' ? denominator[format.language] : undefined;
  const days = window === undefined ? defaultWindow : window;
  return (
    <Figure
      benchmark={benchmarkLine(indicator, measured, days, format.language)}
      {...own}
      {...written}
      interval={written.interval && { ...written.interval, ...(doubt ? { what: doubt } : {}) }}
      people={[written.people, beside].filter(Boolean).join(format.say({ fr: ' ; ', en: '; ' })) || undefined}
      label={label ?? title[format.language]}
      definition={format.say(meaning)}
      method={[base, note].filter(Boolean).join(' ') || undefined}
    />
  );
}
