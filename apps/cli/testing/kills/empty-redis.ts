import { Redis } from 'ioredis';

/** A database of this Redis that holds nothing, open, and its address: the tests beside have others. */
export async function emptyRedis(given: string): Promise<{ redis: Redis; url: string }> {
  const address = new URL(given);
  for (let database = 15; database > 0; database -= 1) {
    address.pathname = `/${database}`;
    const redis = new Redis(address.href);
    if ((await redis.dbsize()) === 0) return { redis, url: address.href };
    redis.disconnect();
  }
  throw new Error('No database of this Redis is empty.');
}
