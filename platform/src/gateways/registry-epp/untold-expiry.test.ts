import { expect, it } from 'vitest'
import type { OutsideStep } from '../../kernel/tasks/definition.ts'
import { AnswerLost } from '../../kernel/tasks/index.ts'
import { activateTask, type OrderTaskDeps } from '../../modules/orders/index.ts'
import { eppRegistries, type RegistryConnection } from './index.ts'
import { profileOf } from './profiles.ts'

/** A registry that answers every command with these data. */
function registryTelling(data: object) {
  const response = { code: 1000, message: 'ok', svTRID: 'S', reasons: [], extensions: [], data }
  const connection = {
    id: 'shop',
    clientId: 'us',
    profile: profileOf({ id: 'shop', profile: 'gtld' }),
    pool: { send: async () => response },
  } as unknown as RegistryConnection
  return eppRegistries({ connections: [connection], clTRID: () => 'q' })
}

const sending = { clTRID: 'ym-1' }
const create = { ascii: 'tea.shop', years: 1, holderType: 'person', authInfo: 'x' } as const
const renew = { ascii: 'tea.shop', years: 1, currentExpiry: '2027-11-24' }

it('reads until when a name is registered where the answer leaves it out, and records no name without it', async () => {
  const silent = registryTelling({ name: 'tea.shop', crDate: '2026-11-24T02:00:00Z' }).registry('shop')
  await expect(silent.create(create, sending)).rejects.toThrow(AnswerLost)
  await expect(silent.renew(renew, sending)).rejects.toThrow(AnswerLost)

  const about = { name: 'tea.shop', roid: 'R', clID: 'us', statuses: [], crDate: '2026-11-24T02:00:00Z' }
  const read = (data: object) => {
    const { steps } = activateTask({ registries: registryTelling(data), catalog: {} } as unknown as OrderTaskDeps)
    const step = steps.find(({ name }) => name === 'create') as OutsideStep<unknown, unknown, unknown>
    const request = { registry: 'shop', ascii: 'tea.shop' }
    return step.reconcile(request, { trid: 'ym-1', sentAt: new Date('2026-11-24T02:00:00Z') })
  }
  expect(await read(about)).toEqual({ known: 'unknown' })
  const exDate = '2027-11-24T02:00:00Z'
  expect(await read({ ...about, exDate })).toMatchObject({ known: 'applied', answer: { exDate } })
})
