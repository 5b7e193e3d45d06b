import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, runnerImport } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const ofLibs = { find: /^#(domain|contract)\/(.*)\.js$/, replacement: here('../../libs/$1/$2.ts') };

/**
 * The catalogue as the browser needs it: all that is said of each indicator, without its formula. Nothing is computed in the
 * dashboard, and the distributions behind the formulas would be a sixth of its scripts.
 */
const catalogueWithoutFormulas = (): Plugin => ({
  name: 'catalogue-without-formulas',
  async load(id) {
    if (id !== here('../../libs/domain/indicators/catalogue.ts')) return null;
    const catalogue = { configFile: false, resolve: { alias: [ofLibs] } } as const;
    const { module, dependencies } = await runnerImport<{ indicators: object }>(id, catalogue);
    for (const file of dependencies) this.addWatchFile(file);
    return `
      export const indicators = ${JSON.stringify(module.indicators)};
      export const indicatorKeys = Object.keys(indicators);
      export const indicatorOf = (key) => indicators[key];`;
  },
});

export default defineConfig(({ mode }) => ({
  root: here('.'),
  plugins: [react(), catalogueWithoutFormulas()],
  resolve: { alias: [ofLibs, { find: /^fflate$/, replacement: here('./ui/zip.ts') }] },
  // The gallery of components is for looking, never for shipping: `--mode gallery` builds it too.
  define: { __GALLERY__: JSON.stringify(mode !== 'production') },
  build: {
    outDir: here('../../dist/apps/dashboard/public'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // What most pages need comes as one file: without it the first page asks for a hundred. The drawing library stays apart.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 12, test: /^(?!.*(recharts|d3-))/ }] } },
    },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000' } },
}));
