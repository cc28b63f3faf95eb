import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fixedClock } from '../../kernel/clock/index.ts'
import { systemRandom as random } from '../../kernel/random.ts'
import { createVault, keyFileService } from '../../kernel/vault/index.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { recordRegistration } from './commands/record-registration.ts'
import type { Registries, RegistryMessage } from './ports.ts'
import { createMessageReader } from './registry-messages.ts'
import './tables.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'messages-'))
const clock = fixedClock('2026-11-24T00:00:00Z')
const vault = createVault({ keys: keyFileService(path.join(folder, 'vault.key')), clock, random })
const log = pino({ level: 'silent' })
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** A queue as a registry keeps it: a message goes when it is acknowledged, and comes again until then. */
function queueOf(messages: RegistryMessage[], { dies = () => false }: { dies?: (id: string) => boolean } = {}) {
  const reading = { now: 0, most: 0 }
  const registries = {
    has: () => true,
    registry: () => ({
      async drainMessages(keep: (message: RegistryMessage) => Promise<void>) {
        reading.most = Math.max(reading.most, ++reading.now)
        try {
          for (let count = 0; ; count++) {
            const [first] = messages
            if (!first) return count
            await keep(first)
            if (dies(first.id)) throw new Error('the connection broke before the acknowledgement')
            messages.shift()
          }
        } finally {
          reading.now--
        }
      },
    }),
  } as unknown as Registries
  return { registries, reading }
}
const reader = (registries: Registries, id: string) =>
  createMessageReader({ db: database.db, registries, ids: [id], vault, clock, random, log })
const kept = (registry: string) =>
  database.db
    .selectFrom('registry_message')
    .select(['message_id', 'text', 'about', 'frame', 'queued_at'])
    .where('registry', '=', registry)
    .orderBy('received_at')
    .orderBy('message_id')
    .execute()
const message = (id: string, more: Partial<RegistryMessage> = {}): RegistryMessage => ({
  id,
  text: `message ${id}`,
  frame: `<epp>planted ${id}</epp>`,
  ...more,
})

describe('messages of registries', () => {
  it('are kept with what they are about, sealed as they came', async () => {
    const { registries } = queueOf([
      message('1', { about: 'xn--fiqs8s.cn', queuedAt: '2026-11-23T22:00:00.0Z' }),
      message('2', { queuedAt: 'yesterday' }),
    ])
    expect(await reader(registries, 'a').look()).toBe(2)
    const rows = await kept('a')
    expect(rows).toMatchObject([
      { message_id: '1', text: 'message 1', about: 'xn--fiqs8s.cn', queued_at: new Date('2026-11-23T22:00:00Z') },
      { message_id: '2', about: null, queued_at: null },
    ])
    expect(rows.some(({ frame }) => frame.includes('planted'))).toBe(false)
    expect(await vault.unbox(rows[0]?.frame ?? Buffer.alloc(0), 'registry.message')).toBe('<epp>planted 1</epp>')
  })

  it('that were kept and not acknowledged come again, and are kept once', async () => {
    let breaks = true
    const { registries } = queueOf([message('7'), message('8')], { dies: (id) => id === '7' && breaks })
    expect(await reader(registries, 'b').look()).toBe(0)
    breaks = false
    expect(await reader(registries, 'b').look()).toBe(2)
    expect((await kept('b')).map(({ message_id }) => message_id)).toEqual(['7', '8'])
  })

  it('have one reader a queue', async () => {
    const { registries, reading } = queueOf(Array.from({ length: 30 }, (_, n) => message(String(n))))
    const counts = await Promise.all([1, 2, 3].map(() => reader(registries, 'c').look()))
    expect(counts.toSorted()).toEqual([0, 0, 30])
    expect(reading.most).toBe(1)
  })

  it('are read on as soon as the session of a reader that was killed is gone', async () => {
    const stuck = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const hanging = {
      has: () => true,
      registry: () => ({
        async drainMessages() {
          begun.resolve()
          await stuck.promise
          return 0
        },
      }),
    } as unknown as Registries
    const first = reader(hanging, 'd')
      .look()
      .catch(() => 0)
    await begun.promise
    const more = queueOf([message('31')])
    expect(await reader(more.registries, 'd').look()).toBe(0)
    await sql`select pg_terminate_backend(pid) from pg_locks
      where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`.execute(
      database.db,
    )
    await expect.poll(() => reader(more.registries, 'd').look()).toBe(1)
    stuck.resolve()
    await first
  })
})

describe('a review that comes before our own record of the name (S1-56)', () => {
  const land = (ascii: string, registry: string, registeredAt: Date) =>
    database.db.transaction().execute((trx) =>
      recordRegistration(trx, {
        id: random.uuid(),
        account: random.uuid(),
        name: ascii,
        ascii,
        key: ascii,
        suffix: 'cn',
        registry,
        template: random.uuid(),
        front: 'china',
        holderType: 'organisation',
        registeredAt,
        expiresAt: new Date(registeredAt.getTime() + 365 * 86_400_000),
        roid: undefined,
        statuses: ['ok'],
        authInfo: Buffer.from('sealed'),
        codesSentAt: null,
      }),
    )
  const naming = (id: string, about: string, more: { outcome: 'passed' | 'failed'; deleted?: boolean }) =>
    message(id, { about, review: { axis: 'naming', deleted: false, ...more } })
  const told = async (ascii: string) => ({
    reviews: await database.db
      .selectFrom('registry_review')
      .innerJoin('domain', 'domain.id', 'registry_review.domain')
      .select(['axis', 'state', 'heard'])
      .where('domain.ascii', '=', ascii)
      .execute(),
    tasks: await database.db.selectFrom('task').select(['kind', 'input']).where('subject', '=', ascii).execute(),
  })

  it('is kept, and followed once the name is there: what the registry deleted does not stay ours', async () => {
    const queue = queueOf([naming('1', 'early.cn', { outcome: 'failed', deleted: true })])
    const reading = reader(queue.registries, 'early')
    expect(await reading.look()).toBe(1)
    expect(await told('early.cn')).toEqual({ reviews: [], tasks: [] })
    await land('early.cn', 'early', clock.now())
    await reading.look()
    const after = await told('early.cn')
    expect(after.reviews).toEqual([{ axis: 'naming', state: 'failed', heard: 'message 1' }])
    expect(after.tasks).toMatchObject([{ kind: 'DOMAIN_DELETED', input: { registry: 'early', axis: 'naming' } }])
    await reading.look()
    expect((await told('early.cn')).tasks).toHaveLength(1)
  })

  it('is applied before what the registry says later of the same name', async () => {
    const messages = [naming('1', 'turned.cn', { outcome: 'failed' })]
    const reading = reader(queueOf(messages).registries, 'turned')
    await reading.look()
    await land('turned.cn', 'turned', clock.now())
    const later = queueOf([naming('2', 'turned.cn', { outcome: 'passed' })])
    await reader(later.registries, 'turned').look()
    expect((await told('turned.cn')).reviews).toEqual([{ axis: 'naming', state: 'passed', heard: 'message 2' }])
  })

  it('and was of somebody who held the name before is not applied to whoever holds it now', async () => {
    const reading = reader(queueOf([naming('1', 'again.cn', { outcome: 'failed', deleted: true })]).registries, 'again')
    await reading.look()
    clock.advance(86_400_000)
    await land('again.cn', 'again', clock.now())
    await reading.look()
    expect(await told('again.cn')).toEqual({ reviews: [], tasks: [] })
  })

  it('waits thirty days at most', async () => {
    const reading = reader(queueOf([naming('1', 'never.cn', { outcome: 'passed' })]).registries, 'never')
    await reading.look()
    clock.advance(31 * 86_400_000)
    await reading.look()
    const row = await database.db
      .selectFrom('registry_message')
      .select('waits')
      .where('registry', '=', 'never')
      .executeTakeFirstOrThrow()
    expect(row.waits).toBe(false)
  })
})
