import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization')
export class OrganizationTable {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id: string;

  @Column('text', { unique: true })
  slug: string;

  @Column('text')
  name: string;

  @Column('text')
  class: 'synthetic' | 'public' | 'personal';

  @Column('text')
  timezone: string;

  @Column('integer', { default: 10 })
  k: number;

  @Column('boolean', { default: true })
  bands: boolean;

  @Column('jsonb', { default: {} })
  modules: Record<string, unknown>;

  @Column('jsonb', { name: 'house_words', default: {} })
  houseWords: Record<string, unknown>;

  @Column('jsonb', {
    name: 'active_definition',
    nullable: true,
    comment: 'Indicator, window and words of what the house calls active; null = it has no definition of its own',
  })
  activeDefinition: Record<string, unknown> | null;

  @Column('date', {
    name: 'declared_through',
    nullable: true,
    comment: 'Last local day that an import declared complete',
  })
  declaredThrough: string | null;

  @Column('date', { name: 'live_through', nullable: true, comment: 'Last local day with an event from a live source' })
  liveThrough: string | null;

  @Column('date', {
    name: 'sealed_before',
    nullable: true,
    comment: 'A Monday; activity before it is never cleared again',
  })
  sealedBefore: string | null;

  @Column('integer', {
    name: 'next_ordinal',
    default: 0,
    comment: 'Position of the next person in the bitmaps; never reused',
  })
  nextOrdinal: number;

  @Column('boolean', { default: false, comment: 'A demo that is still being generated: no worker touches it' })
  seeding: boolean;

  @Column('text', { nullable: true, comment: 'Of its seat; those of its entities are in the directory' })
  country: string | null;

  @Column('integer', {
    name: 'raw_months',
    default: 6,
    comment: 'Months for which raw events of real people are kept',
  })
  rawMonths: number;

  @Column('timestamptz', {
    name: 'publishes_since',
    nullable: true,
    default: () => 'now()',
    comment:
      'When somebody said that everything is in, or the first week lived here had closed; null = nothing is published yet',
  })
  publishesSince: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
