import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type KeyHolder } from '#storage/source/source-keys.js';
import { refuse } from './ingest-problem.js';
import { keyIn, SourceKeys } from './source-keys.js';

declare module 'fastify' {
  interface FastifyRequest {
    keyHolder?: KeyHolder;
  }
}

/** Who sent a request that the guard has let in. */
export function holderOf(request: FastifyRequest): KeyHolder {
  if (!request.keyHolder) throw refuse.noKey();
  return request.keyHolder;
}

/** Lets in who holds the key of a source, and not too often. */
@Injectable()
export class SourceKeyGuard implements CanActivate {
  constructor(private readonly keys: SourceKeys) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.keyHolder = await this.keys.admit(keyIn(request.headers.authorization));
    return true;
  }
}
