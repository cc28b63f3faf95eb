import type { KeptFile } from './bureau-files.ts'

const shapes = {
  prepared: 'wait',
  sending: 'run',
  unknown: 'wait',
  accepted: 'ok',
  withdrawn: 'off',
  stopped: 'fail',
  taken: 'run',
  acknowledged: 'run',
  processed: 'ok',
  unreadable: 'fail',
} as const

export const shapeOf = (state: KeptFile['state']) => shapes[state]
