import { describe, expect, it } from 'vitest'
import { defineTask, localStep, outsideStep } from './definition.ts'
import { pointsOf } from './points.ts'

describe('the points of a task', () => {
  it('are those of every step, also of the steps that give back', () => {
    const task = defineTask<object>(
      'BUY',
      [
        localStep('look', async () => null),
        outsideStep<object, object, object>('order', {
          party: () => 'shop',
          prepare: async () => ({}),
          send: async () => ({}),
          reconcile: async () => ({ known: 'unknown' }),
        }),
      ],
      { failed: [localStep('undo', async () => null)] },
    )
    expect(pointsOf(task)).toEqual([
      'BUY:look:before',
      'BUY:look:within',
      'BUY:look:after',
      'BUY:order:before',
      'BUY:order:prepared',
      'BUY:order:sent',
      'BUY:order:answered',
      'BUY:order:within',
      'BUY:order:after',
      'BUY:undo:before',
      'BUY:undo:within',
      'BUY:undo:after',
    ])
  })
})
