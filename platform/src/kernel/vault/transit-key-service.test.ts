import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registryTls } from '../../../../sandbox/src/registries/certificates.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { fixedClock } from '../clock/index.ts'
import { parseConfiguration } from '../configuration/configuration.ts'
import { systemRandom } from '../random.ts'
import { configuredKeyService, createVault, keyFileService, oldKeysLeft, rewrap } from './index.ts'
import { type TransitOptions, transitKeyService } from './transit-key-service.ts'

/** The transit engine as its documents describe it: versions of one key, AES-256-GCM, `vault:v1:` + base64. */
function transitEngine() {
  const engine = {
    token: 'planted-token',
    versions: [randomBytes(32)],
    calls: [] as string[],
    /** Answers in place of the engine's own, first in first out; a number waits for so many milliseconds. */
    instead: [] as ({ status: number; body?: object } | number)[],
    listen: (() => {}) as RequestListener,
  }
  const act = (action: string, body: Record<string, string>): { status: number; body: object } => {
    if (action === 'keys/yuming/rotate') {
      engine.versions.push(randomBytes(32))
      return { status: 200, body: { data: { latest_version: engine.versions.length } } }
    }
    if (action === 'encrypt/yuming') {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', engine.versions.at(-1) ?? '', nonce)
      const sealed = [nonce, cipher.update(body.plaintext ?? '', 'base64'), cipher.final(), cipher.getAuthTag()]
      const ciphertext = `vault:v${engine.versions.length}:${Buffer.concat(sealed).toString('base64')}`
      return { status: 200, body: { data: { ciphertext, key_version: engine.versions.length } } }
    }
    if (action !== 'decrypt/yuming') return { status: 404, body: { errors: [] } }
    try {
      const [, version, data] = /^vault:v(\d+):(.*)$/.exec(body.ciphertext ?? '') ?? []
      const bytes = Buffer.from(data ?? '', 'base64')
      const key = engine.versions[Number(version) - 1] ?? Buffer.alloc(32)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(-16))
      const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
      return { status: 200, body: { data: { plaintext: plain.toString('base64') } } }
    } catch {
      return { status: 400, body: { errors: ['cipher: message authentication failed'] } }
    }
  }
  engine.listen = async (request: IncomingMessage, response) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    engine.calls.push(`${request.method} ${request.url}`)
    const instead = engine.instead.shift()
    if (typeof instead === 'number') {
      setTimeout(() => response.end('{}'), instead)
      return
    }
    const answer =
      instead ??
      (request.headers['x-vault-token'] !== engine.token
        ? { status: 403, body: { errors: ['permission denied'] } }
        : act(String(request.url).replace('/v1/transit/', ''), JSON.parse(text) as Record<string, string>))
    response.writeHead(answer.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer.body ?? {}))
  }
  return engine
}

const folder = mkdtempSync(path.join(tmpdir(), 'transit-'))
const clock = fixedClock('2026-11-24T00:00:00Z')
const tlsFiles = await registryTls({ folder, name: 'keys', clientIds: ['platform'], clock, random: systemRandom })
const pem = (file: string) => readFileSync(file, 'utf8')
const client = tlsFiles.clients.platform ?? tlsFiles.server
let engine = transitEngine()
let server: Server
let tlsServer: Server
let address: string
let tlsAddress: string
let database: TestDatabase
let at = 0

const listening = (one: Server) =>
  new Promise<number>((resolve) => one.listen(0, '127.0.0.1', () => resolve((one.address() as AddressInfo).port)))

beforeAll(async () => {
  const listener: RequestListener = (request, response) => engine.listen(request, response)
  server = createServer(listener)
  tlsServer = createTlsServer(
    {
      cert: pem(tlsFiles.server.cert),
      key: pem(tlsFiles.server.key),
      ca: pem(tlsFiles.ca),
      requestCert: true,
      rejectUnauthorized: true,
    },
    listener,
  )
  address = `http://127.0.0.1:${await listening(server)}`
  tlsAddress = `https://localhost:${await listening(tlsServer)}`
  database = await testDatabase()
})
beforeEach(() => {
  engine = transitEngine()
  at = 0
})
afterAll(async () => {
  for (const one of [server, tlsServer]) {
    one.closeAllConnections()
    one.close()
  }
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const service = (more: Partial<TransitOptions> = {}) =>
  transitKeyService({
    address,
    key: 'yuming',
    token: () => 'planted-token',
    timeoutMs: 2_000,
    cacheMs: 60_000,
    now: () => at,
    pause: async () => {},
    ...more,
  })
const dataKey = Buffer.alloc(32, 7)

describe('a key service that speaks the transit protocol', () => {
  it('wraps and unwraps a data key, which the wrapped form does not tell', async () => {
    const wrapped = await service().wrap(dataKey)
    expect(wrapped.masterKey).toBe('transit:yuming:v1')
    expect(wrapped.wrapped.includes(dataKey.toString('base64'))).toBe(false)
    expect(await service().unwrap(wrapped)).toEqual(dataKey)
    expect(engine.calls).toEqual(['POST /v1/transit/encrypt/yuming', 'POST /v1/transit/decrypt/yuming'])
  })

  it('keeps an unwrapped key in memory for a bounded time and gives each caller a copy', async () => {
    const keys = service()
    const wrapped = await service().wrap(dataKey)
    const first = await keys.unwrap(wrapped)
    first.fill(0)
    at = 59_999
    expect(await keys.unwrap(wrapped)).toEqual(dataKey)
    expect(engine.calls.filter((call) => call.includes('decrypt'))).toHaveLength(1)
    at = 60_000
    expect(await keys.unwrap(wrapped)).toEqual(dataKey)
    expect(engine.calls.filter((call) => call.includes('decrypt'))).toHaveLength(2)
    const uncached = service({ cacheMs: 0 })
    await uncached.unwrap(wrapped)
    await uncached.unwrap(wrapped)
    expect(engine.calls.filter((call) => call.includes('decrypt'))).toHaveLength(4)
  })

  it('asks again after a 5xx, a 429 or silence, twice and not more', async () => {
    engine.instead.push({ status: 500 }, { status: 429 })
    expect((await service().wrap(dataKey)).masterKey).toBe('transit:yuming:v1')
    engine.instead.push({ status: 502 }, { status: 502 }, { status: 502, body: { errors: ['upstream'] } })
    await expect(service().wrap(dataKey)).rejects.toThrow('answered 502 to transit/encrypt/yuming (upstream)')
    expect(engine.calls).toHaveLength(6)
    engine.instead.push(60_000)
    expect((await service({ timeoutMs: 200 }).wrap(dataKey)).masterKey).toBe('transit:yuming:v1')
    await expect(service({ address: 'http://127.0.0.1:1' }).wrap(dataKey)).rejects.toThrow(/does not answer/)
  })

  it.each([
    [403, { errors: ['permission denied'] }, /token's policy does not allow "update".*permission denied/],
    [503, { errors: ['Vault is sealed'] }, /sealed.*an operator must unseal it.*Vault is sealed/],
    [404, {}, /is the transit engine enabled/],
    [400, {}, /wrong key, or changed data/],
  ])('says what %i means, at once, without a secret', async (status, body, says) => {
    engine.instead.push({ status, body })
    const failure = await service()
      .wrap(dataKey)
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'KeyServiceFailed', status, message: expect.stringMatching(says) })
    expect(String(failure)).not.toContain('planted')
    expect(engine.calls).toHaveLength(1)
  })

  it('refuses an answer that is no answer, a key that was changed, and the key of another service', async () => {
    engine.instead.push({ status: 200, body: { data: { ciphertext: 'nothing' } } })
    await expect(service().wrap(dataKey)).rejects.toThrow(/without a ciphertext/)
    const wrapped = await service().wrap(dataKey)
    engine.instead.push({ status: 200, body: { data: { plaintext: 'AAAA' } } })
    await expect(service().unwrap(wrapped)).rejects.toThrow(/without a data key/)
    engine.instead.push({ status: 200, body: { data: 'x'.repeat(100_000) } })
    await expect(service().unwrap(wrapped)).resolves.toEqual(dataKey)
    const changed = { ...wrapped, wrapped: Buffer.from(wrapped.wrapped.toString().replace(/.{8}$/, 'AAAAAAA=')) }
    await expect(service().unwrap(changed)).rejects.toThrow(/changed data/)
    await expect(service().unwrap({ ...wrapped, masterKey: 'transit:other:v1' })).rejects.toThrow(/no master key/)
  })

  it('shows a client certificate where the service asks for one, and trusts only the authority it was given', async () => {
    const tls = { ca: pem(tlsFiles.ca), cert: pem(client.cert), key: pem(client.key) }
    expect((await service({ address: tlsAddress, tls }).wrap(dataKey)).masterKey).toBe('transit:yuming:v1')
    await expect(service({ address: tlsAddress, tls: { ca: tls.ca } }).wrap(dataKey)).rejects.toThrow(/does not answer/)
    const { ca: _, ...untrusting } = tls
    await expect(service({ address: tlsAddress, tls: untrusting }).wrap(dataKey)).rejects.toThrow(/does not answer/)
  })
})

describe('a platform that moves from a key file to a key service', () => {
  it('opens what the file wrapped, wraps with the service, and needs the file no more after a rotation', async () => {
    const keyFile = path.join(folder, 'vault.key')
    const tokenFile = path.join(folder, 'token')
    writeFileSync(tokenFile, 'planted-token\n')
    const transit = { address, key: 'yuming', tokenFile }
    const configured = (vault: object) => configuredKeyService(vaultOf(vault), () => at)
    const vaultOver = (keys: ReturnType<typeof configured>) => createVault({ keys, clock, random: systemRandom })
    const seal = (keys: ReturnType<typeof configured>) =>
      database.db.transaction().execute((trx) => vaultOver(keys).seal(trx, 'planted', { purpose: 'identity' }))

    const old = await seal(keyFileService(keyFile))
    const both = configured({ keyFile, transit })
    const fresh = await seal(both)
    expect((await vaultOver(both).open(database.db, old, 'identity')).toString()).toBe('planted')
    expect(await oldKeysLeft(database.db, both, [])).toBe(true)
    expect(await rewrap({ db: database.db, keys: both, columns: [], batch: 5 })).toMatchObject({ items: 1, failed: [] })

    const alone = configured({ transit })
    for (const id of [old, fresh])
      expect((await vaultOver(alone).open(database.db, id, 'identity')).toString()).toBe('planted')
    expect(await alone.rotate()).toBe('transit:yuming:v2')
    expect(await rewrap({ db: database.db, keys: alone, columns: [], batch: 5 })).toMatchObject({
      items: 2,
      failed: [],
    })
    expect(await oldKeysLeft(database.db, alone, [])).toBe(false)
    expect((await vaultOver(alone).open(database.db, old, 'identity')).toString()).toBe('planted')
  })

  it.each([
    [{}, /keyFile or transit/],
    [{ transit: { address: 'https://keys.example', key: 'k' } }, /exactly one of token and tokenFile/],
    [{ transit: { address: 'http://keys.example', key: 'k', token: 't' } }, /must be https/],
    [{ transit: { address: 'http://localhost.evil.example', key: 'k', token: 't' } }, /must be https/],
    [{ transit: { address: 'https://keys.example', key: 'k/../x', token: 't' } }, /vault\.transit\.key/],
    [{ transit: { address: 'https://keys.example', key: 'k', token: 't', tls: { cert: 'c' } } }, /belong together/],
  ])('does not start with %j', (vault, says) => {
    expect(() => vaultOf(vault)).toThrow(says)
  })
})

function vaultOf(vault: object) {
  const party = 'http://127.0.0.1:1'
  const tls = { ca: 'a', cert: 'b', key: 'c' }
  return parseConfiguration({
    dataDir: folder,
    web: { publicUrl: party },
    registries: [
      { id: 'cn', host: 'h', port: 1, suffixes: ['cn'], profile: 'cnnic', clientId: 'us', password: 'p', tls },
    ],
    payment: { alipay: { gateway: party, appId: '1', merchantPrivateKey: 'k', alipayPublicKey: 'p' } },
    mail: { host: 'localhost', port: 1, from: 'a@b.example' },
    sms: { endpoint: party, accessKey: 'k', secret: 's' },
    vault,
    auth: { secret: 's' },
  }).vault
}
