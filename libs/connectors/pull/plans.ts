import { type PullKind } from '#domain/sources/pull.js';
import { pullHumhub } from '../humhub/pull-humhub.js';
import { pullM365 } from '../m365/pull-m365.js';
import { pullMattermost } from '../mattermost/pull-mattermost.js';
import { clientCredentials, fixedCredentials } from './credentials.js';
import { type Network } from './network.js';
import { type PullPlan, type PullSettings } from './pull-plan.js';
import { PullProblem } from './pull-problem.js';
import { PullReader } from './pull-reader.js';

/** A network that is fetched is one more line here. */
export const pullPlans: Readonly<Record<PullKind, PullPlan>> = {
  humhub: pullHumhub,
  mattermost: pullMattermost,
  m365: pullM365,
};

const usualAuthority = 'https://login.microsoftonline.com';

export interface PullAccess {
  kind: PullKind;
  address: string;
  settings: PullSettings;
  secret: string;
}

/** Opens a source, without asking it anything yet. Throws PullProblem where its address is none. */
export function openSource(
  network: Network,
  { kind, address, settings, secret }: PullAccess,
  now: () => Date,
): PullReader {
  const { tenant, clientId, authority } = settings;
  const credentials =
    kind === 'm365'
      ? clientCredentials(
          network,
          {
            ...{ tenant: tenant ?? '', clientId: clientId ?? '', secret },
            ...{ authority: urlOf(authority ?? usualAuthority), scope: `${urlOf(address).origin}/.default` },
          },
          now,
        )
      : fixedCredentials(secret, settings.user);
  return new PullReader(network, urlOf(address), credentials, now);
}

function urlOf(address: string): URL {
  if (!URL.canParse(address)) throw new PullProblem('address_not_allowed');
  return new URL(address);
}
