import { describe, expect, it } from 'vitest'
import type { OutsideStep } from '../../../kernel/tasks/definition.ts'
import type { OrderTaskDeps } from './activate-task.ts'
import type { LineInput } from './line-input.ts'
import { renewTask } from './renew-task.ts'

const expiresAt = '2027-11-24T02:32:05.000Z'
const request = { registry: 'cn', ascii: 'tea.cn', years: 2, currentExpiry: '2027-11-24', expiresAt }

/** What the step makes of a lost answer when the registry says this of the name. */
async function readAfter(
  found: { ours: boolean; exDate: string; statuses?: readonly string[] } | undefined,
): Promise<string> {
  const info = async () => found && { statuses: ['ok'], ...found }
  const registries = { registry: () => ({ info }) }
  const renew = renewTask({ registries } as unknown as OrderTaskDeps).steps.find(({ name }) => name === 'renew')
  const step = renew as OutsideStep<LineInput, typeof request, unknown>
  return (await step.reconcile(request, { trid: 'YM-1', sentAt: new Date() })).known
}

describe('a renewal whose answer was lost', () => {
  it.each([
    ['the name is ours, two years further', { ours: true, exDate: '2029-11-24T02:32:05.0Z' }, 'applied'],
    ['the name is ours, as before', { ours: true, exDate: '2027-11-24T02:32:05.0Z' }, 'not-applied'],
    ['the same instant in the zone of China', { ours: true, exDate: '2027-11-24T10:32:05+08:00' }, 'not-applied'],
    ['a later instant of the same year only', { ours: true, exDate: '2027-12-24T02:32:05.0Z' }, 'unknown'],
    ['one year further only', { ours: true, exDate: '2028-11-24T02:32:05.0Z' }, 'unknown'],
    ['another registrar has it, with the years', { ours: false, exDate: '2029-11-24T02:32:05.0Z' }, 'not-applied'],
    ['nobody has it', undefined, 'not-applied'],
    [
      'it is pending delete, with the years that its registry added',
      { ours: true, exDate: '2029-11-24T02:32:05.0Z', statuses: ['pendingDelete'] },
      'not-applied',
    ],
  ])('%s: %o is %s', async (_, found, known) => {
    expect(await readAfter(found)).toBe(known)
  })
})
