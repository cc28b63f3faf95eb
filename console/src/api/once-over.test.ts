import { describe, expect, it } from 'vitest'
import { onceOver } from './once-over.ts'
import { ApiProblem } from './problem.ts'

function sending(...answers: (ApiProblem | string)[]) {
  const keys: string[] = []
  let made = 0
  const once = onceOver(
    async <T>(_path: string, _body: unknown, { key }: { key: string }) => {
      keys.push(key)
      const answer = answers.shift()
      if (answer instanceof ApiProblem) throw answer
      return answer as T
    },
    () => `key-${++made}`,
  )
  return { keys, once }
}

describe('a request that spends money', () => {
  it('goes again with its key after a lost answer or a fault of ours, and with a new one after an answer', async () => {
    const { keys, once } = sending(new ApiProblem(0, {}), new ApiProblem(500, {}), 'paid', 'paid')
    await expect(once('orders/1/pay', { method: 'balance' })).rejects.toThrow()
    await expect(once('orders/1/pay', { method: 'balance' })).rejects.toThrow()
    expect(await once('orders/1/pay', { method: 'balance' })).toBe('paid')
    await once('orders/1/pay', { method: 'balance' })
    expect(keys).toEqual(['key-1', 'key-1', 'key-1', 'key-2'])
  })

  it('has a new key when it was refused, and when it is another request', async () => {
    const { keys, once } = sending(new ApiProblem(409, {}), new ApiProblem(0, {}), 'done')
    await expect(once('balance/top-ups', { amountFen: 1 })).rejects.toThrow()
    await expect(once('balance/top-ups', { amountFen: 1 })).rejects.toThrow()
    await once('balance/top-ups', { amountFen: 2 })
    expect(keys).toEqual(['key-1', 'key-2', 'key-3'])
  })
})
