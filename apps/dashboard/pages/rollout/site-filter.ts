import { type RolloutSite } from '#contract/rollout.js';
import { plain } from '../../format/plain.js';

/** Sites in a state whose name, joined entities or wave hold the words, whatever their accents. */
export function sitesFor(
  sites: RolloutSite[],
  { state, find }: { state: string | undefined; find: string | undefined },
  waveName: (wave: string) => string,
): RolloutSite[] {
  const words = plain(find ?? '').trim();
  return sites.filter(
    (site) =>
      (state === undefined || site.state === state) &&
      (words === '' ||
        plain(`${[site.name, ...site.members].join(' ')} ${site.waves.map(waveName).join(' ')}`).includes(words)),
  );
}
