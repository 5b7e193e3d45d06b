import { randomUUID } from 'node:crypto';
import { type DataSource } from 'typeorm';
import { createAccount } from '#storage/access/create-account.js';
import { createKey } from '#storage/source/source-keys.js';
import { lastSunday } from './company.js';

export interface WireEvent {
  id: string;
  occurred_at: string;
  kind: 'login' | 'view' | 'comment';
  actor: string;
  object: string;
}

const kinds = ['login', 'view', 'comment'] as const;
let serial = 0;

/** New events of the last complete week, in the order of time. */
export function freshEvents(count: number, people = 8000): WireEvent[] {
  const start = Date.parse(`${lastSunday}T00:00:00Z`) - 6 * 86_400_000;
  return Array.from({ length: count }, (_, index) => {
    serial += 1;
    const at = new Date(start + Math.floor((index / count) * 6.9 * 86_400_000)).toISOString();
    const [kind = 'login'] = [kinds[serial % 3]];
    return {
      id: randomUUID(),
      occurred_at: at,
      kind,
      actor: `p${(serial * 7919) % people}`,
      object: `o${serial % 5000}`,
    };
  });
}

export function batchesOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

export interface Sender {
  base: string;
  key: string;
}

export async function senderFor(owner: DataSource, base: string, organizationId: string): Promise<Sender> {
  return { base, key: (await createKey(owner, organizationId, 1)).key };
}

/** Sends the bodies over so many connections; returns how long each took, in milliseconds. */
export async function send({ base, key }: Sender, bodies: readonly string[], connections: number): Promise<number[]> {
  const latencies: number[] = [];
  let next = 0;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const connection = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const start = performance.now();
      const answer = await fetch(`${base}/v1/events`, { method: 'POST', headers, body });
      const text = await answer.text();
      if (answer.status !== 202) throw new Error(`The api answered ${answer.status}: ${text.slice(0, 200)}`);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return latencies;
}

export const bodiesOf = (events: readonly WireEvent[], size: number): string[] =>
  batchesOf(events, size).map((batch) => JSON.stringify({ events: batch }));

/** The cookie of an administrator. */
export async function signIn(owner: DataSource, base: string): Promise<string> {
  const email = `bench.${randomUUID()}@example.org`;
  const { password } = await createAccount(owner, { email, name: 'Bench', role: 'admin' });
  const answer = await fetch(`${base}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ email, password }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || !cookie) throw new Error(`Signing in was answered with ${answer.status}.`);
  return cookie;
}
