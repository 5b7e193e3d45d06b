import { createLogger, NestLogger } from './logger.js';

const collected = () => {
  const lines: string[] = [];
  return { lines, stream: { write: (line: string) => void lines.push(line) } };
};

describe('logger', () => {
  const { lines, stream } = collected();
  const logger = createLogger({ LOG_LEVEL: 'info' }, 'test', stream);
  beforeEach(() => lines.splice(0));

  it('hides secrets wherever they stand', () => {
    logger.info({ password: 'canary', request: { authorization: 'canary', headers: { cookie: 'canary' } } }, 'hello');
    expect(lines.join()).toContain('hello');
    expect(lines.join()).not.toContain('canary');
  });

  it("keeps a database error's code and drops its statement, parameters and row", () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      query: 'canary',
      parameters: ['canary'],
      detail: 'canary',
    });
    logger.error({ err: error }, 'failed');
    expect(lines.join()).toContain('23505');
    expect(lines.join()).not.toContain('canary');
  });

  it('removes the credentials from a URL in a message', () => {
    new NestLogger(logger).error('cannot reach postgres://app:canary@db:5432/essor', 'Boot');
    expect(lines.join()).toContain('db:5432');
    expect(lines.join()).not.toContain('canary');
  });

  it("keeps Nest's start-up lines for debug", () => {
    new NestLogger(logger).log('Mapped {/v1/session, GET}', 'RouterExplorer');
    expect(lines).toEqual([]);
  });
});
