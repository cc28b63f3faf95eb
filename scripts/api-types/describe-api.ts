import { createConsoleApi } from '../../platform/src/faces/console-api/index.ts'
import { fixedClock } from '../../platform/src/kernel/clock/index.ts'
import { systemRandom } from '../../platform/src/kernel/random.ts'
import { type RouteParts, routesOf } from '../../platform/src/main-routes.ts'
import type { Description } from './shape-at.ts'

type Options = Parameters<typeof createConsoleApi>[0]

/** What routes are given here: whatever they look for in it is there, and none of it is ever asked. */
const nothing: unknown = new Proxy(() => undefined, {
  get: (_, key) => (key === 'then' ? undefined : key === Symbol.toPrimitive ? () => '' : nothing),
  apply: () => nothing,
})

/** The description of the API (OpenAPI 3.1) with every route that a configuration can switch on; nothing is started. */
export async function describeApi(): Promise<Description> {
  const app = await createConsoleApi({
    config: { version: '' },
    db: nothing as Options['db'],
    sessions: nothing as Options['sessions'],
    clock: fixedClock('2026-11-24T02:00:00Z'),
    random: systemRandom,
    log: nothing as Options['log'],
    plugins: routesOf(nothing as RouteParts),
  })
  await app.ready()
  const description = app.swagger() as unknown as Description
  await app.close()
  return description
}
