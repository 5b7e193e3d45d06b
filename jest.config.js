// Packages that ship only ES modules and are reached from tests: transformed like our own code.
const esModules = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'uid',
  'iterare',
  'cookie',
  'openid-client',
  'nodemailer',
  'smtp-server',
  'oauth4webapi',
  'jose',
  'oidc-provider',
  '@fastify/cookie',
  'content-disposition',
  'typebox',
  'pure-rand',
  '@date-fns',
  'date-fns',
  'fast-check',
  'csv-parse',
  'ml-levenberg-marquardt',
  'ml-matrix',
  'ml-array-[a-z]+',
  'is-any-array',
  // Imports what it needs of Node while it writes, which the sandbox of a test refuses.
  'pptxgenjs',
];

/**
 * The suffix tells the speed: .spec pure, .db.spec Postgres, .queue.spec each queue backend, .http.spec Nest, .e2e.spec
 * browser, .prove.spec minutes: for `npm run prove` only.
 */
export default {
  testEnvironment: 'node',
  // A busy machine needs seconds for a test database; nothing here measures time.
  testTimeout: 60_000,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/migrations', '<rootDir>/bench'],
  testSequencer: '<rootDir>/apps/cli/testing/longest-first.mjs',
  testRegex: '\\.spec\\.tsx?$',
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.ESSOR_PROVE_RUNS ? [] : ['\\.prove\\.spec\\.'])],
  transform: {
    '^.+\\.(t|j)sx?$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true, tsx: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: 'automatic' },
          },
        },
      },
    ],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: {
    '^#migrations/(.*)\\.js$': '<rootDir>/migrations/$1',
    '^#(connectors|contract|domain|pages|pipeline|report|runtime|storage)/(.*)\\.js$': '<rootDir>/libs/$1/$2',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
