import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { loadConfiguration, parseConfiguration } from './configuration.ts'

const good = {
  dataDir: '/data',
  web: { publicUrl: 'http://127.0.0.1:8080' },
  registries: [
    {
      id: 'cn',
      host: 'localhost',
      port: 7001,
      suffixes: ['cn'],
      profile: 'cnnic',
      clientId: 'us',
      password: 'planted-password',
      tls: { ca: 'a', cert: 'b', key: 'c' },
    },
  ],
  payment: {
    alipay: { gateway: 'http://127.0.0.1:1/g', appId: '1', merchantPrivateKey: 'planted-key', alipayPublicKey: 'p' },
  },
  mail: { host: 'localhost', port: 25, from: 'a@b.example' },
  sms: { endpoint: 'http://127.0.0.1:1/sms', accessKey: 'k', secret: 'planted-sms' },
  vault: { keyFile: '/data/vault.key' },
  auth: { secret: 'planted-auth' },
}

describe('the configuration', () => {
  it('never prints a secret', () => {
    const configuration = parseConfiguration(good)
    expect(`${inspect(configuration, { depth: 9 })}${JSON.stringify(configuration)}`).not.toContain('planted')
    expect(configuration.auth.secret.reveal()).toBe('planted-auth')
  })

  it('names every wrong key, and no value', () => {
    const wrong = { ...good, auth: { secret: 7_771 }, web: { publicUrl: 'planted-url', prot: 1 } }
    expect(() => parseConfiguration(wrong)).toThrow(/web\.publicUrl[\s\S]*auth\.secret/)
    expect(() => parseConfiguration(wrong)).not.toThrow(/planted|7771/)
  })

  it('lets the environment override the file, and says what to do without one', () => {
    const file = path.join(temporaryFolder('configuration'), 'c.json')
    writeFileSync(file, JSON.stringify(good))
    expect(loadConfiguration({ YUMING_CONFIG: file, YUMING_PORT: '9090' }).web.port).toBe(9090)
    expect(() => loadConfiguration({})).toThrow(/YUMING_CONFIG is not set/)
    expect(() => loadConfiguration({ YUMING_CONFIG: `${file}x` })).toThrow(/no such file/)
  })
})
