import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { SkippedChecks } from '../scripts/skipped-checks.ts'

/** Journeys in a real browser, against the whole world started once. */
export default defineConfig({
  test: {
    include: ['tests/**/*.e2e.ts'],
    globalSetup: [fileURLToPath(new URL('world.ts', import.meta.url))],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    reporters: ['default', ['json', { outputFile: '.yuming/test/browser.json' }], new SkippedChecks('browser')],
  },
})
