import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Cascade } from '#contract/cascade.js';
import { cascadeOf } from '#domain/rollout/cascade.js';
import { DeclaredRepository } from '#storage/steering/declared.repository.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { APP_DB } from '../databases.js';

/** The cascade of animation: head of communities, animators, relays who volunteered. */
@Injectable()
export class CascadePage {
  private readonly declared: DeclaredRepository;
  private readonly steering: SteeringRepository;

  constructor(@Inject(APP_DB) app: DataSource) {
    this.declared = new DeclaredRepository(app);
    this.steering = new SteeringRepository(app);
  }

  /** Mandates that run on the day. */
  async read(organizationId: string, day: string): Promise<Cascade> {
    const [mandates, links] = await Promise.all([
      this.declared.animation(organizationId, day),
      this.steering.links(organizationId, day, day),
    ]);
    const parents = new Map(
      links
        .filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to))
        .map(({ entity, parent }) => [entity, parent]),
    );
    return { steps: cascadeOf(mandates, parents) };
  }
}
