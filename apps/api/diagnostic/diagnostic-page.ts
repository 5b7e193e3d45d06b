import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Diagnostic, type DiagnosticPlaces, type DiagnosticQuery } from '#contract/diagnostic.js';
import { type Board } from '#domain/rollout/board.js';
import { diagnose, ofKind } from '#domain/diagnostic/diagnosis.js';
import { errorsByPlace, type PlaceErrors } from '#domain/diagnostic/errors-by-place.js';
import { type Declared, type Scope, scopeFacts } from '#domain/diagnostic/scope.js';
import { Problem } from '#runtime/problem.js';
import { dayOf, DiagnosticReader, type DiagnosticRead } from '#storage/publication/diagnostic-reader.js';
import { APP_DB, READ_DB } from '../databases.js';
import { KeptAnswers } from '#pages/kept-answers.js';
import { freshnessOf } from '#pages/freshness.js';
import { type BoardOf } from '#storage/publication/board.repository.js';

/** Which of the ten errors are made, from published values and declared facts. */
@Injectable()
export class DiagnosticPage {
  private readonly reader: DiagnosticReader;

  constructor(
    private readonly kept: KeptAnswers,
    @Inject(READ_DB) read: DataSource,
    @Inject(APP_DB) app: DataSource,
  ) {
    this.reader = new DiagnosticReader(read, app);
  }

  async read(organization: { id: string; k: number; name: string }, query: DiagnosticQuery): Promise<Diagnostic> {
    const asked = scopeIn(query.scope);
    const published = await this.published(organization, asked.kind === 'entity' ? [asked.key] : [], query.week);
    const { board, freshness } = published;
    const scope = { ...asked, name: nameIn(board, asked, organization.name) };
    const declared = await this.reader.declared(organization, board, query.week);
    const { verdicts, ...said } = diagnose(scopeFacts(asked, published, declared, dayOf(board)));
    return {
      ...{ week: board.week, freshness: freshnessOf(freshness), ...said },
      scope: { kind: scope.kind, key: asked.kind === 'organisation' ? '' : asked.key, name: scope.name },
      errors: ofKind(verdicts, 'error'),
      pillars: ofKind(verdicts, 'pillar'),
      actions: ofKind(verdicts, 'action'),
      takeaways: ofKind(verdicts, 'takeaway'),
      waves: wavesOf(published, declared),
    };
  }

  /** The ten errors in every published place. */
  async places(organization: BoardOf, week?: string): Promise<DiagnosticPlaces> {
    const published = await this.published(organization, 'all', week);
    const { board, freshness } = published;
    const declared = await this.reader.declared(organization, board, week);
    const found = errorsByPlace(published, declared, dayOf(board));
    return { week: board.week, freshness: freshnessOf(freshness), ...found, places: found.places.map(placeOnWire) };
  }

  /** What is declared may change at any time: only what is published is kept. */
  private published(organization: BoardOf, places: readonly string[] | 'all', week?: string) {
    return this.kept.answer(organization, 'diagnostic', { places, week }, () =>
      this.reader.published(organization, places, week),
    );
  }
}

function scopeIn(text: string | undefined): Scope {
  if (text === undefined) return { kind: 'organisation' };
  const [kind, ...key] = text.split(':');
  return { kind: kind === 'wave' ? 'wave' : 'entity', key: key.join(':') };
}

function nameIn(board: Board, scope: Scope, organization: string): string {
  if (scope.kind === 'organisation') return organization;
  if (scope.kind === 'wave') {
    const wave = board.waves.find(({ key }) => key === scope.key);
    if (!wave) throw new Problem('unknown_wave', 404, 'No such wave.');
    return wave.name;
  }
  const place = board.week === null ? undefined : board.publication.tree(board.week).place(scope.key);
  if (!place) throw new Problem('unknown_node', 404, 'This place is not published that week.');
  return place.name;
}

function wavesOf(published: DiagnosticRead, declared: Declared): Diagnostic['waves'] {
  const { board } = published;
  return board.waves.map(({ key, name }) => {
    const facts = scopeFacts({ kind: 'wave', key }, published, declared, dayOf(board));
    const errors = ofKind(diagnose(facts).verdicts, 'error');
    const lights = Object.fromEntries(errors.map(({ check, light }) => [check, light]));
    return { key, name, openedOn: facts.openedOn, lights };
  });
}

function placeOnWire({ place, wave, openedOn, lights }: PlaceErrors): DiagnosticPlaces['places'][number] {
  const { key, parent, kind, name, members, headcount } = place;
  return { key, parent, kind, name, members, headcount, wave, openedOn, lights };
}
