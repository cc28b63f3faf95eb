import { setTimeout as delay } from 'node:timers/promises'
import { ApiClient } from './api-client.ts'
import { SandboxControls } from './sandbox-controls.ts'

/** Turns the clock of the world, as its page does, and waits until the platform goes by it. */
export async function turnClock(
  { origin, sandboxOrigin }: { readonly origin: string; readonly sandboxOrigin: string },
  byMs: number,
): Promise<void> {
  const turned = await new SandboxControls(sandboxOrigin).call<{ now: string }>('POST', 'clock', {
    byMs: Math.round(byMs),
  })
  const platform = new ApiClient(origin)
  for (let tries = 0; tries < 200; tries++, await delay(50)) {
    const { clock } = await platform.get<{ clock: { now: string } }>('session')
    if (clock.now >= turned.now) return
  }
  throw new Error('the platform does not follow the clock')
}
