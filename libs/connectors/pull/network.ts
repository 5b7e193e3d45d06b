import { Agent, ProxyAgent, request } from 'undici';
import { guardedLookup, refuseAddress } from './address-guard.js';
import { isExcepted, type LookUp, type OutgoingProxy, refuseProxied } from './outgoing-proxy.js';
import { PullProblem } from './pull-problem.js';

export interface Question {
  url: URL;
  method: 'GET' | 'POST';
  headers: Readonly<Record<string, string>>;
  body?: string;
}

export interface Answer {
  status: number;
  /** By names in small letters; the first of several. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** The world outside: one question, one answer, whatever its status. Throws PullProblem. */
export interface Network {
  send(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

export interface NetworkOptions {
  /** Addresses of the organisation's own network may be asked too. */
  allowsPrivate: boolean;
  /** Ends what is under way. */
  signal?: AbortSignal;
  /** Milliseconds; tests are less patient. */
  patience?: { connect: number; headers: number; body: number };
  largestAnswer?: number;
  /** Everything but what it excepts goes through it. */
  proxy?: OutgoingProxy | null;
  /** How names are looked up before they are handed to the proxy; tests have their own. */
  lookUp?: LookUp;
}

const usual = { connect: 10_000, headers: 60_000, body: 60_000 };
/** A page has 200 posts; a report of a day has a line per person. */
const usualLargest = 64 * 1024 * 1024;

/** Asks over HTTP, without following redirects: whoever holds the secret decides where it goes. */
export function openNetwork(options: NetworkOptions): Network {
  const { allowsPrivate, signal, patience = usual, largestAnswer = usualLargest } = options;
  const limits = {
    ...{ headersTimeout: patience.headers, bodyTimeout: patience.body, maxResponseSize: largestAnswer },
    connections: 2,
  };
  const direct = new Agent({
    ...limits,
    connect: { lookup: guardedLookup(allowsPrivate), timeout: patience.connect },
  });
  const { proxy, lookUp } = options;
  const proxied = proxy
    ? new ProxyAgent({ ...limits, uri: proxy.address, proxyTls: { timeout: patience.connect } })
    : null;
  return {
    async send({ url, method, headers, body }) {
      refuseAddress(url, allowsPrivate);
      const dispatcher = proxied && proxy && !isExcepted(url, proxy.except) ? proxied : direct;
      if (dispatcher !== direct) await refuseProxied(url, allowsPrivate, lookUp);
      let hasBegun = false;
      try {
        const answer = await request(url, { dispatcher, method, headers, body: body ?? null, signal: signal ?? null });
        hasBegun = true;
        const bytes = Buffer.from(await answer.body.arrayBuffer());
        return { status: answer.statusCode, headers: firstOf(answer.headers), body: bytes };
      } catch (error) {
        signal?.throwIfAborted();
        throw problemOf(error, hasBegun);
      }
    },
    close: async () => {
      await Promise.all([direct.destroy(), proxied?.destroy()]);
    },
  };
}

function firstOf(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const pairs = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as Record<string, string>;
}

const timeouts = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT']);
const certificates = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|ERR_SSL_)/;

/** What went wrong on the way, without a word of what the driver says of it: addresses stand in there. */
function problemOf(error: unknown, hasBegun: boolean): PullProblem {
  const known = causesOf(error).find((cause) => cause instanceof PullProblem);
  if (known) return known;
  const codes = causesOf(error).map(codeOf);
  if (codes.some((code) => timeouts.has(code))) return new PullProblem('timed_out');
  if (codes.some((code) => certificates.test(code))) return new PullProblem('untrusted_certificate');
  if (codes.includes('UND_ERR_RES_EXCEEDED_MAX_SIZE')) return new PullProblem('answer_too_large');
  return new PullProblem(hasBegun ? 'cut_off' : 'unreachable');
}

/** Where a name has several addresses, each has an error of its own. */
function causesOf(error: unknown): unknown[] {
  if (!(error instanceof Error)) return [error];
  const within = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [error, ...within.flatMap(causesOf), ...(error.cause === undefined ? [] : causesOf(error.cause))];
}

function codeOf(error: unknown): string {
  const { code } = (typeof error === 'object' && error !== null ? error : {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
