import { expect, inject } from 'vitest'
import { SandboxControls } from '../../scripts/world/sandbox-controls.ts'

/** The world that all journeys share. */
export const origin = inject('origin')
export const sandboxOrigin = inject('sandboxOrigin')
export const folder = inject('folder')
export const sandbox = new SandboxControls(sandboxOrigin)

export const password = 'a-long-enough-Password-1'
export const dayMs = 86_400_000

/** A busy machine is slow, not wrong. */
const patience = { timeout: 90_000, interval: 500 }

/** What `look` finds in the end; asked again until there is something. */
export async function found<T>(look: () => Promise<T | undefined>): Promise<T> {
  let seen: T | undefined
  const again = async () => {
    seen = await look()
    return seen
  }
  await expect.poll(again, patience).toBeDefined()
  return seen as T
}
