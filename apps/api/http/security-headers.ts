import { type FastifyReply, type FastifyRequest } from 'fastify';

/** The dashboard brings everything itself. Its components write style elements, hence the one exception. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, errors included. */
export function securityHeaders(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  void reply.headers({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'x-request-id': request.id,
    ...(request.protocol === 'https' && { 'strict-transport-security': 'max-age=31536000' }),
    // What is read from here is somebody's; only the dashboard's own files may be kept (they say so themselves).
    ...(!reply.hasHeader('cache-control') && { 'cache-control': 'no-store' }),
  });
  done();
}
