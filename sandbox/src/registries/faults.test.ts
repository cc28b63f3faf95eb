import { expect, it } from 'vitest'
import { Faults } from './faults.ts'

const create = { verb: 'create', object: 'domain', isTransform: true }
const info = { verb: 'info', object: 'domain', isTransform: false }

it('meets commands in the order in which the faults were asked for, and is used up', () => {
  const faults = new Faults()
  faults.add({ kind: 'commit-then-drop', times: 2, verb: 'domain:create' })
  faults.add({ kind: 'command-failed', times: 1, verb: 'info' })
  expect(faults.take(['commit-then-drop'], info)).toBeUndefined()
  expect(faults.take(['commit-then-drop'], { ...create, object: 'contact' })).toBeUndefined()
  expect(faults.take(['commit-then-drop'], create)?.id).toBe(1)
  expect(faults.list()[0]).toMatchObject({ times: 1, met: 1 })
  expect(faults.take(['commit-then-drop'], create)?.id).toBe(1)
  expect(faults.take(['commit-then-drop'], create)).toBeUndefined()
  expect(faults.take(['command-failed', 'delay'], info)?.id).toBe(2)
  expect(faults.list()).toEqual([])
})

it('drops only after transforms unless a verb says otherwise', () => {
  const faults = new Faults()
  faults.add({ kind: 'commit-then-drop', times: 1 })
  expect(faults.take(['commit-then-drop'], info)).toBeUndefined()
  expect(faults.take(['commit-then-drop'], create)).toBeDefined()
})
