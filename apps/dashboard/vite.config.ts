import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  root: here('.'),
  plugins: [react()],
  resolve: {
    alias: [
      { find: /^#(domain|contract)\/(.*)\.js$/, replacement: here('../../libs/$1/$2.ts') },
      { find: /^fflate$/, replacement: here('./ui/zip.ts') },
    ],
  },
  // The gallery of components is for looking, never for shipping: `--mode gallery` builds it too.
  define: { __GALLERY__: JSON.stringify(mode !== 'production') },
  build: {
    outDir: here('../../dist/apps/dashboard/public'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 420,
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000' } },
}));
