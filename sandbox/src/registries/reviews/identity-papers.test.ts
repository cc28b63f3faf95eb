import { cnnicContact, contactCreate, contactUpdate, elementsOf, namespaces } from '@yuming/epp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, contactOf, registrarsOf } from '../../testing/registrars.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { type Sandbox, startSandbox } from '../../world/start-sandbox.ts'

let sandbox: Sandbox
const { poolOf, closePools } = registrarsOf(() => sandbox.world)
const written = elementsOf(namespaces['cnnic-contact'])

beforeAll(async () => {
  sandbox = await startSandbox({ data: temporaryFolder('papers') })
})
afterAll(async () => {
  await closePools()
  await sandbox.close()
})

let made = 0
const papers = (kind: string, number: string, type = 'I') =>
  written('create', [
    written('type', type),
    written('contact', number, { type: kind }),
    written('purveyor', 'yuming'),
    written('mobile', '+86.13800000000'),
  ])

/** Its own contact for every attempt. @returns the result code */
function attempt(...extensions: ReturnType<typeof papers>[]): Promise<number> {
  made += 1
  return codeOf(
    poolOf('cn', 'ours', 1).send(contactCreate, contactOf(`papers-${made}`), { clTRID: `p-${made}`, extensions }),
  )
}

describe('the papers of a holder of .cn', () => {
  it('are demanded of a contact', async () => {
    expect(await attempt()).toBe(2306)
    expect(await attempt(papers('HZ', 'E12345678'))).toBe(1000)
  })

  it('are of a kind that the registry knows', async () => {
    expect(await attempt(papers('XUESHENGZHENG', '1'))).toBe(2005)
    expect(await attempt(papers('SFZ', '11010519491231002X', 'P'))).toBe(2005)
    expect(await attempt(papers('YLJGZY', '1', 'E'))).toBe(1000)
    expect(await attempt(papers('HZ', ''))).toBe(2003)
  })

  it('carry the check character of GB 11643 and GB 32100', async () => {
    expect(await attempt(papers('SFZ', '11010519491231002X'))).toBe(1000)
    expect(await attempt(papers('SFZ', '110105194912310021'))).toBe(2005)
    expect(await attempt(papers('SFZ', '1'))).toBe(2005)
    expect(await attempt(papers('TYDM', '91330106MA2R5XTEA9', 'E'))).toBe(1000)
    expect(await attempt(papers('TYDM', '91330106MA2R5XTEA8', 'E'))).toBe(2005)
    expect(await attempt(papers('YYZZ', '91330106MA2R5XTEA8', 'E'))).toBe(1000)
  })

  it('are looked at again when they change', async () => {
    const pool = poolOf('cn', 'ours', 1)
    const id = 'papers-changed'
    const extensions = [papers('SFZ', '11010519491231002X')]
    expect(await codeOf(pool.send(contactCreate, contactOf(id), { clTRID: 'c-1', extensions }))).toBe(1000)
    const change = (number: string) =>
      pool.send(
        contactUpdate,
        { id },
        {
          clTRID: `u-${number}`,
          extensions: [cnnicContact.elements.update({ chg: { paper: { type: 'SFZ', number } } })],
        },
      )
    expect(await codeOf(change('110105194912310021'))).toBe(2005)
    expect(await codeOf(change('11010519491231002X'))).toBe(1000)
  })
})
