import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Locks of this process: one with our number that is not among them is from before a container was started again. */
const held = new Set<string>()

/** Two processes that start at once take turns; a lock whose owner is dead is void. Returns what gives it back. */
export async function lockStart(folder: string): Promise<() => void> {
  const file = path.join(folder, 'start.lock')
  const own = `${file}.${process.pid}`
  for (let tries = 0; tries < 1_200; tries++) {
    try {
      // Linked when it is written, so that a lock always names its owner.
      writeFileSync(own, String(process.pid))
      linkSync(own, file)
      held.add(file)
      return () => {
        held.delete(file)
        rmSync(file, { force: true })
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (ownerIsDead(file)) rmSync(file, { force: true })
      else await delay(25)
    } finally {
      rmSync(own, { force: true })
    }
  }
  throw new Error(`Another process has been starting this database for half a minute. If none is, remove ${file}.`)
}

function ownerIsDead(file: string): boolean {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid === process.pid) return !held.has(file)
    if (!pid) return true
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
