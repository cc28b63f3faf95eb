import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startWorld, type World } from '../scripts/world/start-world.ts'

/** Runs work against a fresh world in a temporary folder, limits lifted, and clears it away. */
export async function inTemporaryWorld<T>(work: (world: World, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuming-bench-'))
  try {
    const world = await startWorld({
      folder,
      web: { limitFactor: 1_000_000 },
      env: { YUMING_LOG_LEVEL: 'error' },
    })
    try {
      return await work(world, folder)
    } finally {
      await world.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
