import { type Benchmark } from './benchmark.js';
import { communityStudies } from './community-studies.js';
import { frenchStudies } from './french-studies.js';
import { namedCompanies } from './named-companies.js';
import { otherNetworks } from './other-networks.js';
import { practices } from './practices.js';
import { vendorStudies } from './vendor-studies.js';

const all = {
  ...namedCompanies,
  ...frenchStudies,
  ...communityStudies,
  ...vendorStudies,
  ...otherNetworks,
  ...practices,
};

export type BenchmarkKey = keyof typeof all;

/** B01 to B42, in this order wherever they are listed. */
export const benchmarkKeys = (Object.keys(all) as BenchmarkKey[]).sort();

export const benchmarkOf = (key: BenchmarkKey): Benchmark => all[key];
