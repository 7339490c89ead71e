import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // Against hanging alone: a loaded machine takes many times as long, and time is no result.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
