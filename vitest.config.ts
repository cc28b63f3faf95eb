import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.ts'
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
    sequence: { sequencer: LongestFirst },
    // No file leaves anything behind in its process; a new one for each would cost a third of the whole run.
    isolate: false,
    unstubGlobals: true,
    reporters: ['default', ['json', { outputFile: '.yuming/test/vitest.json' }], new SkippedChecks('units')],
  },
})
