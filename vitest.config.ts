import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // most tests wait for processes and files more than they compute: two at a time fit on any machine
    maxWorkers: Math.max(2, availableParallelism() - 1),
    include: ['test/**/*.test.ts'],
    // nothing is left in the state folder of who runs the tests; tests of warm starts and of the journal name one of their own
    env: { TEAM_CONTEXT_CACHE: 'off', TEAM_CONTEXT_JOURNAL: 'off' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
