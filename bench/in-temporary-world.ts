import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startWorld, type World, type WorldOptions } from '../scripts/world/start-world.ts'

interface Before {
  /** Puts into the world's folder what must be there when it starts. */
  readonly prepare?: (folder: string) => Promise<void>
  readonly configuration?: (folder: string) => NonNullable<WorldOptions['configuration']>
}

/** Runs work against a fresh world in a temporary folder, limits lifted, and clears it away. */
export async function inTemporaryWorld<T>(
  work: (world: World, folder: string) => Promise<T>,
  { prepare, configuration }: Before = {},
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuming-bench-'))
  try {
    await prepare?.(folder)
    const world = await startWorld({
      folder,
      web: { limitFactor: 1_000_000 },
      env: { YUMING_LOG_LEVEL: 'error' },
      ...(configuration ? { configuration: configuration(folder) } : {}),
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
