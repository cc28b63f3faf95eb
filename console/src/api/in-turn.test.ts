import { describe, expect, it, vi } from 'vitest'
import { problemFrom } from './client.ts'
import { inTurn } from './in-turn.ts'

const refused = (status: number, headers: Record<string, string> = {}) =>
  problemFrom(new Response('{}', { status, headers }))

describe('many calls, one after the other', () => {
  it('are paused when the API asks for it, and lose none', async () => {
    const busy = await refused(429, { 'retry-after': '17' })
    const said: (Error | undefined)[] = [undefined, busy, undefined, busy, busy, undefined]
    const asked: string[] = []
    const told: number[] = []
    const pause = vi.fn(() => Promise.resolve())
    await inTurn(
      ['a', 'b', 'c'],
      async (name) => {
        asked.push(name)
        const error = said.shift()
        if (error) throw error
      },
      (count) => told.push(count),
      pause,
    )
    expect(asked.join('')).toBe('abbccc')
    expect(told).toEqual([1, 2, 3])
    expect(pause.mock.calls).toEqual([[17], [17], [17]])
  })

  it('end with a refusal, and with a pause that is too long or asked for without end', async () => {
    const pause = vi.fn(() => Promise.resolve())
    for (const [error, pauses] of [
      [await refused(422), 0],
      [await refused(429, { 'retry-after': '3600' }), 0],
      [await refused(429), 3],
    ] as const) {
      pause.mockClear()
      const told = vi.fn()
      await expect(inTurn(['a', 'b'], () => Promise.reject(error), told, pause)).rejects.toBe(error)
      expect(pause).toHaveBeenCalledTimes(pauses)
      expect(told).not.toHaveBeenCalled()
    }
  })
})
