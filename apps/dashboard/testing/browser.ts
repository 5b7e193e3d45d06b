import { type Browser, chromium } from 'playwright-core';

/** Set by `npm test` where one was found; without it, tests in a browser are skipped. */
export const chromiumPath = process.env.ESSOR_CHROMIUM;
export const inBrowser = chromiumPath ? describe : describe.skip;

/** A page may wait long for its turn on a crowded machine: how fast it is, the bench says. */
export const patience = 120_000;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(chromiumPath ? { executablePath: chromiumPath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
