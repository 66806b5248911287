import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,engines,apps}/*/{src,test}/**/*.test.ts', 'architecture/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['apps/server/test/start-database.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
