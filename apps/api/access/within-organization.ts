import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { withinOrganization } from '#storage/wall/within-organization.js';

/** A route about one organisation, by its path or by the key that came with it, reads and writes within that one. */
@Injectable()
export class WithinOrganization implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { organization, keyHolder, scim } = context.switchToHttp().getRequest<FastifyRequest>();
    const organizationId = organization?.id ?? keyHolder?.organizationId ?? scim?.organizationId;
    if (organizationId === undefined) return next.handle();
    return new Observable((answer) => withinOrganization(organizationId, () => next.handle().subscribe(answer)));
  }
}
