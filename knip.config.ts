import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: ['bench/*.mjs', 'test/**/*.test.ts'],
  project: ['src/**/*.ts', 'test/**/*.ts', 'bench/**'],
  ignoreBinaries: ['script'],
  ignoreExportsUsedInFile: { interface: true, type: true },
};

export default config;
