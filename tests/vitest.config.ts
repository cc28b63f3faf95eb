import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { SkippedChecks } from '../scripts/skipped-checks.ts'
import { startLimitMs } from '../scripts/start-limit.ts'

/** Journeys in a real browser, against the whole world started once. */
export default defineConfig({
  test: {
    include: ['tests/**/*.e2e.ts'],
    globalSetup: [fileURLToPath(new URL('world.ts', import.meta.url))],
    testTimeout: 300_000,
    hookTimeout: startLimitMs(),
    // A busy machine is slow, not wrong: what is waited for has the time of a patient person.
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
    // Of the pages that are only looked at, one is drawn while another is waited for.
    maxConcurrency: 3,
    reporters: ['default', ['json', { outputFile: '.yuming/test/browser.json' }], new SkippedChecks('browser')],
  },
})
