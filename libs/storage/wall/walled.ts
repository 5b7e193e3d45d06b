import { type DataSource, type QueryRunner } from 'typeorm';
import { entering, organizationAround } from './within-organization.js';

/**
 * Whatever this pool sends within an organisation says so to the server, and the connection keeps nothing of it. A server of
 * several machines passes on the whole text in which a setting comes: there it comes by itself, for one way more.
 */
export function walled(database: DataSource, distributed = false): DataSource {
  const { driver } = database;
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => wallIn(create(mode), distributed);
  return database;
}

function wallIn(runner: QueryRunner, distributed: boolean): QueryRunner {
  const send = runner.query.bind(runner);
  const start = runner.startTransaction.bind(runner);

  runner.startTransaction = async (isolation) => {
    const isOutermost = !runner.isTransactionActive;
    await start(isolation);
    const organizationId = organizationAround();
    if (isOutermost && organizationId !== undefined) await send(entering(organizationId));
  };

  // A statement on its own becomes a transaction of its own: what is set outside of one would stay on the connection.
  runner.query = async (sql: string, parameters?: unknown[], structured?: true) => {
    const organizationId = organizationAround();
    if (runner.isTransactionActive || organizationId === undefined) return send(sql, parameters, structured as true);
    const beginning = ['start transaction', entering(organizationId)];
    try {
      for (const text of distributed ? beginning : [beginning.join('; ')]) await send(text);
      const answer = await send(sql, parameters, structured as true);
      await send('commit');
      return answer;
    } catch (error) {
      // The connection may be what failed; the first error is the one to tell.
      await send('rollback').catch(() => undefined);
      throw error;
    }
  };
  return runner;
}
