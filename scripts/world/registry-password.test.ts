import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from './api-client.ts'
import { startCopiedWorld } from './copied-world.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'yuming-registry-password-test-'))
let world: World
let sandbox: SandboxControls

beforeAll(async () => {
  world = await startCopiedWorld({ folder, web: { limitFactor: 10_000 }, env: { YUMING_LOG_LEVEL: 'info' } })
  sandbox = new SandboxControls(world.sandboxOrigin)
})
afterAll(async () => {
  await world.stop()
  rmSync(folder, { recursive: true, force: true })
})

const command = (...args: string[]) =>
  spawnSync(process.execPath, ['platform/src/registry-password-main.ts', ...args], {
    encoding: 'utf8',
    input: 'planted-Secret-1\n',
    env: { ...process.env, YUMING_CONFIG: path.join(folder, 'platform', 'yuming.config.json') },
  })
const free = async (name: string) =>
  (await new ApiClient(world.origin).post<{ rows: { state: string }[] }>('search', { names: [name] })).rows[0]?.state
const log = () => readFileSync(path.join(folder, 'platform.log'), 'utf8')

describe('npm run registry:password', () => {
  it('sets a new password with the next login, which all later ones use', { timeout: 60_000 }, async () => {
    expect(command('nowhere').status).toBe(1)
    expect(command('cn', '--read')).toMatchObject({ status: 0, stderr: '' })
    await world.restartPlatform()
    await expect.poll(() => free('password-1.cn'), { timeout: 15_000 }).toBe('free')
    await expect.poll(log).toContain('the new password is set at the registry')
    await sandbox.call('POST', 'registries/cn/sign-out', {})
    await world.restartPlatform()
    await expect.poll(() => free('password-2.cn'), { timeout: 15_000 }).toBe('free')
    expect(log()).not.toContain('planted-Secret')
    expect(log().split('the new password is set').length).toBe(2)
  })

  it('tells what a registry says of the end of a password, in the log and at /metrics', {
    timeout: 60_000,
  }, async () => {
    await sandbox.call('POST', 'registries/cn/login-warning', { passwordEnds: '2027-01-31T00:00:00Z' })
    await sandbox.call('POST', 'registries/cn/sign-out', {})
    await expect.poll(() => free('password-3.cn'), { timeout: 15_000 }).toBe('free')
    await expect.poll(log).toMatch(/"registry":"cn","type":"password".*2027-01-31.*something of our login will end/)
    const metrics = await (await fetch(`${world.origin}/metrics`)).text()
    expect(metrics).toContain(
      `epp_login_ends_timestamp_seconds{registry="cn",type="password"} ${Date.parse('2027-01-31T00:00:00Z') / 1_000}`,
    )
  })
})
