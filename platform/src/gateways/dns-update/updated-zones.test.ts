import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AnswerLost, NotSent, RetryLater, StepRefused } from '../../kernel/tasks/index.ts'
import { updatedZones } from './index.ts'
import { type NameServer, openNameServer } from './testing/name-server.ts'
import { addressOnWire } from './wire.ts'

const secret = Buffer.from('a secret that both sides have got')
const keyName = 'yuming-key'
let server: NameServer

beforeAll(async () => {
  server = await openNameServer({ name: keyName, secret })
})
afterAll(() => server.close())

const hosting = (changes: { secret?: Buffer; port?: number; now?: () => Date } = {}) =>
  updatedZones(
    [
      {
        zone: 'shanyue.cn',
        server: { host: '127.0.0.1', port: changes.port ?? server.port },
        key: { name: keyName, algorithm: 'hmac-sha256', secret: changes.secret ?? secret },
        ttl: 600,
      },
    ],
    { now: changes.now ?? (() => new Date()), log: pino({ level: 'silent' }) },
  )
const wanted = (name: string) => ({
  zone: 'shanyue.cn',
  name,
  addresses: [
    { type: 'A' as const, value: '203.0.113.10' },
    { type: 'AAAA' as const, value: '2001:db8::10' },
  ],
})

describe('records of a zone that is hosted here (S3-78)', () => {
  it('are set by a signed update, all of a name at once', async () => {
    expect(hosting().zoneOf('www.shanyue.cn')).toBe('shanyue.cn')
    expect(hosting().zoneOf('shanyue.cn')).toBe('shanyue.cn')
    expect(hosting().zoneOf('othershanyue.cn')).toBeUndefined()
    expect(await hosting().read(wanted('shanyue.cn'))).toBe('nothing')
    expect(await hosting().set(wanted('shanyue.cn'))).toBe('set')
    expect(server.records.get('shanyue.cn 1')).toEqual(['cb00710a'])
    expect(server.records.get('shanyue.cn 28')).toEqual(['20010db8000000000000000000000010'])
    expect(await hosting().read(wanted('shanyue.cn'))).toBe('set')
  })

  it('stay as their owner has them', async () => {
    server.records.set('own.shanyue.cn 5', ['00'])
    expect(await hosting().set(wanted('own.shanyue.cn'))).toBe('occupied')
    expect(server.records.get('own.shanyue.cn 1')).toBeUndefined()
    expect(await hosting().read(wanted('own.shanyue.cn'))).toBe('occupied')
  })

  it('whose answer was lost are read, and found set', async () => {
    server.next = 'lose-answer'
    await expect(hosting().set(wanted('lost.shanyue.cn'))).rejects.toBeInstanceOf(AnswerLost)
    expect(await hosting().read(wanted('lost.shanyue.cn'))).toBe('set')
  })

  it('are not believed to be set by another’s word', async () => {
    const another = hosting({ secret: Buffer.from('another secret') })
    // The server does not know the key: nothing was done, and it is tried again when somebody has mended it.
    await expect(another.set(wanted('forged.shanyue.cn'))).rejects.toBeInstanceOf(RetryLater)
    expect(server.records.get('forged.shanyue.cn 1')).toBeUndefined()
    // Signed by the right key, but of another time.
    const late = hosting({ now: () => new Date(Date.now() + 3_600_000) })
    await expect(late.read(wanted('forged.shanyue.cn'))).rejects.toBeInstanceOf(AnswerLost)
  })

  it('that the server refuses are refused; a server that is not there has been sent nothing', async () => {
    server.next = 'refuse'
    await expect(hosting().set(wanted('refused.shanyue.cn'))).rejects.toBeInstanceOf(StepRefused)
    const gone = await openNameServer({ name: keyName, secret })
    await gone.close()
    await expect(hosting({ port: gone.port }).set(wanted('gone.shanyue.cn'))).rejects.toBeInstanceOf(NotSent)
  })
})

describe('an address on the wire', () => {
  it.each([
    ['203.0.113.10', 'cb00710a'],
    ['::', '0'.repeat(32)],
    ['::1', `${'0'.repeat(31)}1`],
    ['2001:db8::a:1', '20010db80000000000000000000a0001'],
    ['2001:db8:1:2:3:4:5:6', '20010db8000100020003000400050006'],
    ['::ffff:192.0.2.1', '00000000000000000000ffffc0000201'],
  ])('%s', (text, hex) => expect(addressOnWire(text).toString('hex')).toBe(hex))
})
