import { expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

it('runs as many at once as allowed, in their order, and goes on after a failure', async () => {
  const turn = inTurn(2)
  const done: number[] = []
  let running = 0
  let most = 0
  const work = (n: number) =>
    turn(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
      done.push(n)
      if (n === 1) throw new Error('one')
      return n
    })
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map(work))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(done).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
})
