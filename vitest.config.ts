import { defineConfig } from 'vitest/config'
import { SkippedChecks } from './scripts/skipped-checks.ts'
import { startLimitMs } from './scripts/start-limit.ts'

export default defineConfig({
  test: {
    include: ['{packages/*,platform,sandbox,console,scripts,bench}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: startLimitMs(),
    maxWorkers: 2,
    reporters: ['default', ['json', { outputFile: '.yuming/test/vitest.json' }], new SkippedChecks('units')],
  },
})
