import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'

const pattern = /^\..+\.(?:spool|index)\.(\d+)\.unfinished$/

/** The name under which this process writes before it renames. */
export function unfinishedName(suffix: string, what: 'spool' | 'index'): string {
  return `.${suffix}.${what}.${process.pid}.unfinished`
}

/** Removes what builds that were killed have left behind; those of living processes stay. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const file of await readdir(folder)) {
    const process = pattern.exec(file)?.[1]
    if (process !== undefined && !alive(Number(process))) await rm(path.join(folder, file), { force: true })
  }
}

function alive(process: number): boolean {
  try {
    globalThis.process.kill(process, 0)
    return true
  } catch (error) {
    // A process of another user may not be signalled, but lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
