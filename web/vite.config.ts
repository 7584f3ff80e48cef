import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Where the dev server passes requests on to: a running `fe2i demo --port 8080`. */
const SERVER = process.env.FE2I_URL ?? 'http://127.0.0.1:8080';

/** Beside each file of some size the same for browsers that take brotli: the server compresses nothing while it serves. */
function squeezed(): Plugin {
  return {
    name: 'squeezed',
    apply: 'build',
    async writeBundle({ dir }) {
      for (const name of await readdir(dir ?? '', { recursive: true })) {
        if (!/\.(js|mjs|css|html|svg|webmanifest)$/.test(name)) continue;
        const path = join(dir ?? '', name), bytes = await readFile(path);
        if (bytes.length > 600) await writeFile(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      }
    },
  };
}

export default defineConfig({
  plugins: [svelte(), squeezed()],
  server: {
    fs: { allow: ['..'] },
    proxy: { '/api': { target: SERVER, changeOrigin: false }, '/healthz': SERVER },
  },
  worker: { format: 'es' },
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1200 },
});
