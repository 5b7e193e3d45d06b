import { type DataSource } from 'typeorm';
import { ActiveDefinition } from '#contract/organization.js';
import { type Summary } from '#contract/summary.js';
import { diagnose, errorPoints } from '#domain/diagnostic/diagnosis.js';
import { scopeFacts } from '#domain/diagnostic/scope.js';
import { gatePoint } from '#domain/rollout/gate.js';
import { houseActive, readsOf, topPlaces } from '#domain/rollout/house-active.js';
import { rolloutSentence, totalProgress, waveProgress } from '#domain/rollout/rollout.js';
import { attentionOf, hasMandates, uncoveredPlaces } from '#domain/rollout/attention.js';
import { onlyFrom } from '#domain/quality/only-from.js';
import { type PointOfAttention, summaryNumber } from '#domain/rollout/summary.js';
import { type BoardOf, type BoardRepository } from '#storage/publication/board.repository.js';
import { dayOf, DiagnosticReader } from '#storage/publication/diagnostic-reader.js';
import { GateReader } from '#storage/publication/gate-reader.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { sourcesTelling } from '#storage/source/source-evidence.js';
import { type KeptAnswers } from './kept-answers.js';
import { type FollowUpPage } from './follow-up-page.js';
import { placesOfWaves } from './rollout-page.js';
import { freshnessOf } from './freshness.js';

export class SummaryPage {
  private readonly steering: SteeringRepository;
  private readonly diagnostic: DiagnosticReader;
  private readonly gate: GateReader;

  constructor(
    private readonly boards: BoardRepository,
    private readonly followUp: FollowUpPage,
    private readonly kept: KeptAnswers,
    read: DataSource,
    private readonly app: DataSource,
  ) {
    this.diagnostic = new DiagnosticReader(read, app);
    this.gate = new GateReader(read, app);
    this.steering = new SteeringRepository(read);
  }

  async read(organization: BoardOf, week?: string): Promise<Summary> {
    const people = (await this.boards.wavesOfPeople(organization.id)).map((wave) => `wave-${wave}`);
    const definition = await this.activeOf(organization.id);
    const own = readsOf(definition);
    const { board, freshness } = await this.boards.read(organization, {
      ...(week === undefined ? {} : { week }),
      ...{
        populations: ['everyone', 'unassigned', 'invited', ...people, ...own.populations],
        days: [0, 7, 28, ...own.days],
      },
      nodes: (draft) => [...placesOfWaves(draft), ...topPlaces(draft).map(({ key }) => key)],
    });
    const at = board.week;
    if (at === null) return nothing(rolloutSentence(board, null));
    const waves = board.waves.map((wave) => waveProgress(board, wave, at));
    const total = totalProgress(board, waves, at);
    const [progress, connection, engagement] = (['K08', 'K03b', 'K20'] as const).map((key) =>
      summaryNumber(board, key, at),
    );
    const sentence = rolloutSentence(board, total);
    const [signIns, alerts, gate, errors] = await Promise.all([
      sourcesTelling(this.app, organization.id, 'login'),
      this.followUp.attention(organization, week),
      this.opening(organization, week),
      this.errors(organization, week),
    ]);
    return {
      ...{ week: at, freshness: freshnessOf(freshness), sentence },
      numbers: [progress!, { ...connection!, onlyFrom: onlyFrom(signIns) }, engagement!],
      curve: total?.curve ?? [],
      active: definition && { definition, ...houseActive(board, definition, at) },
      attention: attentionOf(
        board,
        waves,
        engagement!,
        { alerts, gate, errors, uncovered: uncoveredPlaces(board, at), hasMandates: hasMandates(board, at) },
        at,
      ),
    };
  }

  /** Of the organisation as a whole: whoever sees one entity of it has no diagnostic. */
  private async errors(organization: BoardOf, week?: string): Promise<PointOfAttention[]> {
    if (organization.scope != null) return [];
    const published = await this.kept.answer(organization, 'diagnostic', { places: [], week }, () =>
      this.diagnostic.published(organization, [], week),
    );
    const { board } = published;
    const declared = await this.diagnostic.declared(organization, board, week);
    return errorPoints(diagnose(scopeFacts({ kind: 'organisation' }, published, declared, dayOf(board))));
  }

  /** The decision on the next opening is that of the whole organisation, too. */
  private async opening(organization: BoardOf, week?: string): Promise<PointOfAttention | null> {
    if (organization.scope != null) return null;
    const [{ next, rules }, decisions] = await Promise.all([
      this.gate.read(organization, week),
      this.gate.decisions.list(organization.id),
    ]);
    return gatePoint(next, rules, decisions);
  }

  private async activeOf(organizationId: string): Promise<ActiveDefinition | null> {
    const card = await this.steering.card(organizationId);
    return ActiveDefinition.nullable().parse(card?.active ?? null);
  }
}

const nothing = (sentence: Summary['sentence']): Summary => ({
  ...{ week: null, freshness: null, sentence, numbers: [], active: null },
  ...{ curve: [], attention: [] },
});
