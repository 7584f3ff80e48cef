// Reads a TypeScript module of the pages as node can run it.
import { runnerImport } from 'vite';

export async function load(path) {
  const { module } = await runnerImport(new URL(`../src/${path}`, import.meta.url).pathname, { configFile: false, logLevel: 'error' });
  return module;
}
