import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { organisationTemplate } from './world/person.ts'

const frames = mkdtempSync(path.join(tmpdir(), 'yuming-journey-frames-'))
afterAll(() => rmSync(frames, { recursive: true, force: true }))

/** The command as people call it: its exit code, and the JSON of its last line. */
async function journey(...args: string[]): Promise<{ code: number | null; last: unknown }> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'journey', ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code, last: JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') }
}

describe('npm run journey', () => {
  it('ends with 0 when the registry itself says by EPP that the name is ours, and leaves every frame without a secret (S1-88, S1-89)', async () => {
    const { code, last } = await journey('--name', 'shanyuecha2026', '--suffix', 'cn', '--frames', frames)
    expect(last).toMatchObject({
      order: { state: 'succeeded' },
      domain: { ascii: 'shanyuecha2026.cn' },
      registry: {
        code: 1000,
        ours: true,
        clID: expect.stringMatching(/./),
        crDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        exDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        statuses: expect.arrayContaining([expect.stringMatching(/./)]),
      },
    })
    expect(last).not.toHaveProperty('error')
    expect(code).toBe(0)

    const kept = readdirSync(frames).map((file) => ({ file, xml: readFileSync(path.join(frames, file), 'utf8') }))
    const ours = kept.filter(({ file }) => file.startsWith('journey-cn-')).map(({ xml }) => xml)
    for (const said of [/<login\W/, /<info\W/, /<logout\W/])
      expect(ours.filter((xml) => said.test(xml))).toHaveLength(1)
    expect(kept.filter(({ file, xml }) => /^cn-\d+-out/.test(file) && /<create\W/.test(xml)).length).toBeGreaterThan(1)
    const { name, certificate, phone, email } = organisationTemplate('journey@yuming.example') as {
      name: { zh: string; en: string }
      certificate: { number: string }
      phone: string
      email: string
    }
    const passwords = kept.flatMap(({ xml }) => [...xml.matchAll(/<(?:\w+:)?(?:pw|newPW)[^>/]*>([^<]*)/g)])
    expect(new Set(passwords.map(([, password]) => password))).toEqual(new Set(['***']))
    for (const secret of [name.zh, name.en, certificate.number, phone, email])
      expect(kept.filter(({ xml }) => xml.includes(secret)).map(({ file }) => file)).toEqual([])
  }, 300_000)

  it('ends with 1 and says why in the last line when somebody else has the name', async () => {
    const { code, last } = await journey('--name', 'test', '--suffix', 'cn')
    expect(last).toMatchObject({ error: expect.stringContaining('test.cn cannot be registered: it is taken') })
    expect(last).not.toHaveProperty('registry')
    expect(code).toBe(1)
  }, 300_000)
})
