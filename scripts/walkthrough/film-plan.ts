import type { Page } from 'playwright-core'
import type { ApiClient } from '../world/api-client.ts'
import type { SandboxControls } from '../world/sandbox-controls.ts'
import type { startWorld } from '../world/start-world.ts'

export interface Stage {
  readonly world: Awaited<ReturnType<typeof startWorld>>
  readonly sandbox: SandboxControls
}

/** Who is filmed, and what others do meanwhile. */
export interface Cast {
  readonly client: ApiClient
  /** The reviewer passes what was submitted. */
  pass?(): Promise<void>
}

/** One sentence of a film and what is done while it is read. */
export interface Step {
  readonly zh: string
  readonly en: string
  act(page: Page, cast: Cast): Promise<void>
}

/** A film of the console: the sentences are its captions, and the steps of the help page that shows it. */
export interface Film {
  readonly name: string
  /** The step whose end is shown before the film is played. */
  readonly posterAt: number
  readonly steps: readonly Step[]
  prepare(stage: Stage): Promise<Cast>
}
