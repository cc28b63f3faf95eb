import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildConsole } from '../scripts/build-console.ts'
import { makeExamplePromotions, promotionOperator } from '../scripts/world/example-promotions.ts'
import { startWorld } from '../scripts/world/start-world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    origin: string
    sandboxOrigin: string
    /** Where the world keeps everything. */
    folder: string
  }
}

/** Builds the console and starts one world for all journeys; everything is cleared away afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildConsole((text) => console.error(`yuming: ${text}`))
  const folder = mkdtempSync(path.join(tmpdir(), 'yuming-journeys-'))
  const world = await startWorld({ folder, web: { limitFactor: 1_000 } })
  await makeExamplePromotions(await promotionOperator(world))
  project.provide('origin', world.origin)
  project.provide('sandboxOrigin', world.sandboxOrigin)
  project.provide('folder', folder)
  return async () => {
    await world.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
