import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // nothing is left in the state folder of who runs the tests; tests of warm starts name one of their own
    env: { TEAM_CONTEXT_CACHE: 'off' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
