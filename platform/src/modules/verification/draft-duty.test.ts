import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDeadlineKeeper } from '../../kernel/deadlines/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { type VerificationDesk, verificationDesk } from '../../testing/verification-desk.ts'
import { draftDuty, keepDraftDuty } from './index.ts'

let desk: VerificationDesk
beforeAll(async () => {
  desk = await verificationDesk()
})
afterAll(() => desk.api.close())

async function toldOn(day: string, template: string): Promise<number> {
  const { db, clock } = desk.api
  clock.set(`${day}T02:00:00Z`)
  const handlers = { [draftDuty]: keepDraftDuty }
  await createDeadlineKeeper({ db, clock, random, log: pino({ level: 'silent' }), handlers }).look()
  const told = await db
    .selectFrom('message')
    .select('parameters')
    .where('kind', '=', 'papers.end-soon')
    .where('subject', '=', template)
    .execute()
  for (const { parameters } of told) expect(parameters.by).toBe('2026-12-24')
  return told.length
}

describe('photographs that were not handed in', () => {
  it('are spoken of once, five days before they are destroyed', async () => {
    desk.api.clock.set('2026-11-24T02:00:00Z')
    const { who, id } = await desk.holder()
    await desk.agree(who)
    for (let n = 0; n < 2; n++) await desk.send(who, `v1/templates/${id}/papers/id-front`, desk.idCard)
    expect(await toldOn('2026-12-18', id)).toBe(0)
    expect(await toldOn('2026-12-19', id)).toBe(1)
    expect(await toldOn('2026-12-23', id)).toBe(1)
  })

  it('are not spoken of once they were handed in or taken back', async () => {
    desk.api.clock.set('2026-11-24T02:00:00Z')
    const { id: submitted } = await desk.submitted()
    const { who, id: back } = await desk.holder()
    await desk.agree(who)
    await desk.send(who, `v1/templates/${back}/papers/id-front`, desk.idCard)
    await who.call('DELETE', `v1/templates/${back}/papers/id-front`)
    for (const id of [submitted, back]) expect(await toldOn('2026-12-20', id)).toBe(0)
  })
})
