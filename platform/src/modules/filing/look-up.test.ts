import { describe, expect, it } from 'vitest'
import { lookUp } from './look-up.ts'
import type { FilingRegister } from './ports.ts'
import type { SiteProbe } from './probe/site-probe.ts'

/** Bureaus and sites that note what they are asked, and how much of it at the same time. */
function asked() {
  const names: string[] = []
  const hosts: string[] = []
  let now = 0
  let most = 0
  const slowly = async <T>(answer: T): Promise<T> => {
    most = Math.max(most, ++now)
    await new Promise((resolve) => setImmediate(resolve))
    now--
    return answer
  }
  const register: FilingRegister = {
    byDomain: (_, ascii) => {
      names.push(ascii)
      return slowly({ filed: false })
    },
    byCertificate: async () => undefined,
  }
  const probe: SiteProbe = {
    look: async (host) => {
      hosts.push(host)
      return { open: true, because: 'page', addresses: [] }
    },
  }
  return { register, probe, names, hosts, most: () => most }
}
const draftOf = (...services: (readonly string[])[]) => ({
  subject: {},
  services: services.map((domains) => ({ kind: 'website' as const, domains: [...domains] })),
})

describe('what is asked outside about one draft', () => {
  it('is each name once, and above it what can be registered, however many labels there are', async () => {
    const bureaus = asked()
    const deep = `${'a.'.repeat(120)}shop.com.cn`
    const looked = await lookUp(draftOf(['b.shan.cn', deep], ['b.shan.cn', 'shan.cn']), bureaus)
    expect(bureaus.names.toSorted()).toEqual(['b.shan.cn', 'shan.cn', deep, 'shop.com.cn', 'com.cn'].toSorted())
    expect(looked.domains.get('b.shan.cn')).toEqual({ filed: false })
  })

  it('is eight questions at a time and 200 names in all; of the others nothing is known', async () => {
    const bureaus = asked()
    const services = Array.from({ length: 50 }, (_, s) => Array.from({ length: 20 }, (__, d) => `w.n${s}-${d}.cn`))
    const looked = await lookUp(draftOf(...services), bureaus)
    expect([bureaus.names.length, new Set(bureaus.names).size, bureaus.most()]).toEqual([200, 200, 8])
    expect(bureaus.hosts.length).toBeLessThanOrEqual(40)
    const all = services.flat()
    const known = all.filter((name) => looked.domains.has(name))
    expect(known).toHaveLength(100)
    // No name is half known, by itself alone and not by what it rests on.
    for (const name of known) expect(looked.domains.has(name.slice(2))).toBe(true)
    expect(all.slice(100).some((name) => looked.domains.has(name) || looked.domains.has(name.slice(2)))).toBe(false)
  })

  it('is not known where a bureau does not answer, and the others are', async () => {
    const { probe } = asked()
    const register: FilingRegister = {
      byDomain: async (_, ascii) => {
        if (ascii === 'a.cn') throw new Error('down')
        return { filed: true }
      },
      byCertificate: async () => {
        throw new Error('down')
      },
    }
    const draft = { ...draftOf(['a.cn', 'b.cn']), subject: { certificate: { kind: '1', number: '2' } } }
    expect(await lookUp(draft, { register, probe })).toEqual({
      domains: new Map([['b.cn', { filed: true }]]),
      open: new Map([
        ['a.cn', true],
        ['b.cn', true],
      ]),
    })
  })
  it('ends with a bureau that is down, and is no name of the rest', async () => {
    let times = 0
    const register: FilingRegister = {
      byDomain: async () => {
        times++
        throw new Error('down')
      },
      byCertificate: async () => undefined,
    }
    const names = Array.from({ length: 100 }, (_, at) => `n${at}.cn`)
    const { domains } = await lookUp(draftOf(names), { register, probe: asked().probe })
    expect([domains.size, times <= 16]).toEqual([0, true])
  })
})
