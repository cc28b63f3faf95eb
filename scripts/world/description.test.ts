import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { misfits } from '../../platform/src/testing/fits-schema.ts'
import { startCopiedWorld } from './copied-world.ts'
import type { World } from './start-world.ts'

interface Content {
  readonly schema?: Record<string, unknown>
  readonly example?: unknown
}
interface Operation {
  readonly summary?: string
  readonly parameters?: readonly ({ readonly name: string } & Content)[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Content>> }>>
  readonly 'x-codeSamples'?: readonly { readonly source: string }[]
}

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-description-test-'))
let world: World
let routes: [route: string, operation: Operation][] = []

beforeAll(async () => {
  world = await startCopiedWorld({ folder, env: { YUMING_LOG_LEVEL: 'warn' } })
  const answer = await fetch(`${world.origin}/v1/openapi.json`)
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> }
  routes = Object.entries(paths).flatMap(([place, operations]) =>
    Object.entries(operations).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${place}`,
      operation,
    ]),
  )
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Everything of a route that has a shape: parameters, body, good answers. */
function shapes({ parameters = [], requestBody, responses }: Operation): [where: string, content: Content][] {
  return [
    ...parameters.map((each): [string, Content] => [`parameter ${each.name}`, each]),
    ...Object.entries(requestBody?.content ?? {}).map(([type, each]): [string, Content] => [`body ${type}`, each]),
    ...Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([status, { content = {} }]) =>
        Object.values(content).map((each): [string, Content] => [`answer ${status}`, each]),
      ),
  ].filter(([, { schema }]) => schema !== undefined) as [string, Content][]
}

describe('the description of the API', () => {
  it('has an example beside every parameter, body and good answer of every route', () => {
    expect(routes.length).toBeGreaterThan(80)
    const without = routes.flatMap(([route, operation]) =>
      shapes(operation).flatMap(([where, { example }]) => (example === undefined ? [`${route}: ${where}`] : [])),
    )
    expect(without).toEqual([])
  })

  it('has examples that fit: what is shown would be taken', () => {
    const wrong = routes.flatMap(([route, operation]) =>
      shapes(operation).flatMap(([where, { schema, example }]) => {
        const wrongs = misfits(schema, example)
        return wrongs.length === 0 ? [] : [`${route}: ${where}: ${wrongs.join('; ').slice(0, 300)}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  it('shows every call as it would be typed, with nothing left to fill in but the token', () => {
    for (const [route, operation] of routes) {
      const source = operation['x-codeSamples']?.[0]?.source ?? ''
      expect(source, route).toMatch(/^curl .*'http:\/\/127\.0\.0\.1:8080\/v1\/[^{}]+'/)
    }
  })
})
