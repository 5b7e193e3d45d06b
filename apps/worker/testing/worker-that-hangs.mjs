// A worker in a process of its own that takes one job and never ends it: the test kills it.
// Arguments: name of the queue, options as JSON, backend.
import { createPostgresBackend, setDefaultBackendFactory, Worker } from 'bullmq';

const [queue, options, backend] = process.argv.slice(2);
if (backend === 'PostgreSQL') setDefaultBackendFactory(createPostgresBackend);
const hang = () => {
  process.stdout.write('started\n');
  return new Promise(() => setInterval(() => undefined, 1000));
};
new Worker(queue, hang, JSON.parse(options)).on('error', () => undefined);
