import { Inject, Injectable } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type Preparation } from '#contract/preparation.js';
import { type ToolTrial } from '#domain/declared/facts.js';
import { readFacts } from '#storage/declared/fact.repository.js';
import { SteeringRepository } from '#storage/steering/steering.repository.js';
import { READ_DB } from '../databases.js';

/** The choice of the tool and the mini-projects of sites, as they were declared. */
@Injectable()
export class PreparationPage {
  private readonly steering: SteeringRepository;

  constructor(@Inject(READ_DB) private readonly read: DataSource) {
    this.steering = new SteeringRepository(read);
  }

  async of(organizationId: string): Promise<Preparation> {
    const [trials, projects, items, names] = await Promise.all([
      readFacts(this.read, organizationId, 'trials'),
      readFacts(this.read, organizationId, 'projects'),
      readFacts(this.read, organizationId, 'governance'),
      this.steering.entityNames(organizationId),
    ]);
    return {
      trials: trials.sort(chosenFirst).map((trial) => ({ ...trial, share: shareOf(trial) })),
      sites: projects.map(({ entityKey: entity, ...project }) => ({
        ...{ entity, name: names.get(entity) ?? entity, ...project },
        items: items.filter(({ scope }) => scope === entity).map(({ key: item, state }) => ({ item, state })),
      })),
    };
  }
}

const chosenFirst = (one: ToolTrial, other: ToolTrial) =>
  Number(other.chosen) - Number(one.chosen) || (other.score ?? 0) - (one.score ?? 0);

const shareOf = ({ participants, headcount }: ToolTrial) =>
  participants === null || headcount === null ? null : participants / headcount;
