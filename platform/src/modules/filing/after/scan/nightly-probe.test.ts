import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../../../kernel/random.ts'
import type { SiteProbe, SiteSight } from '../../probe/site-probe.ts'
import { registeredName, verifiedPerson } from '../../testing/applicants.ts'
import { filedSite, openDuties } from '../../testing/filed-sites.ts'
import { type FilingApi, filingApi } from '../../testing/filing-api.ts'
import { createNightlyProbe } from './nightly-probe.ts'

let api: FilingApi
const sights = new Map<string, SiteSight>()
const asked: string[] = []
const probe: SiteProbe = {
  async look(host) {
    asked.push(host)
    const sight = sights.get(host)
    if (!sight) throw new Error('nobody knows that host')
    return sight
  },
}
const look = () =>
  createNightlyProbe({
    db: api.db,
    probe,
    clock: api.clock,
    random,
    log: pino({ level: 'silent' }),
    perSecond: 1_000,
  }).look()

beforeAll(async () => {
  api = await filingApi()
})
afterAll(() => api.close())

const closed: SiteSight = { open: false, because: 'refused', addresses: ['203.0.113.10'] }
const page = (foot: string, ...addresses: string[]): SiteSight => ({
  open: true,
  because: 'page',
  addresses,
  status: 200,
  page: { url: 'http://a.cn/', text: `<html><body>${'茶'.repeat(120)}${foot}</body></html>` },
})

describe('filed names that are looked at from outside', () => {
  it('have their findings and lose them as they are seen, once a day; what cannot be told changes nothing', async () => {
    const who = await api.customer()
    const account = (await who.call('GET', 'v1/session')).body.account.id
    const template = await verifiedPerson(api, who)
    const name = await registeredName(api, who, template)
    const { service, number } = await filedSite(api, { account, template, domains: [name] })
    const kinds = async () => (await openDuties(api.pool, service)).map(({ kind, found_by: by }) => `${kind} ${by}`)
    const tomorrow = () => api.clock.advance(24 * 3_600_000)
    const foot = `<a href="https://beian.miit.gov.cn/">${number}</a>`

    sights.set(name, page('', '198.51.100.7'))
    expect(await look()).toBe(1)
    expect(await kinds()).toEqual(['access-differs probe', 'footer probe'])
    // Not twice on one day.
    expect(await look()).toBe(0)

    tomorrow()
    sights.set(name, page(foot, '203.0.113.10'))
    await look()
    expect(await kinds()).toEqual([])
    // What rests on a finding that is over is looked at again.
    const { rows } = await api.pool.query('select service from filing_recheck where service is not null')
    expect(rows).toContainEqual({ service })

    tomorrow()
    sights.set(name, closed)
    await look()
    expect(await kinds()).toEqual([])
    tomorrow()
    await look()
    expect(await kinds()).toEqual(['dead-site probe'])
    tomorrow()
    sights.set(name, { open: undefined, because: 'dns', addresses: [] })
    await look()
    expect(await kinds()).toEqual(['dead-site probe'])
    tomorrow()
    sights.set(name, page(foot, '203.0.113.10'))
    await look()
    expect(await kinds()).toEqual([])

    // Without an address of its own, www before it is looked at; an address of a hoster of ours is none of others.
    tomorrow()
    sights.set(name, { open: false, because: 'no-address', addresses: [] })
    sights.set(`www.${name}`, page(foot, '192.0.2.7'))
    await api.pool.query(
      "insert into hoster (account, name, networks, admitted_at) values ($1, '甲', '{192.0.2.0/24}', now())",
      [account],
    )
    await look()
    expect(asked.at(-1)).toBe(`www.${name}`)
    expect(await kinds()).toEqual([])
    // One that fails keeps nobody from being looked at, and is no finding.
    tomorrow()
    sights.clear()
    expect(await look()).toBe(0)
    expect(await kinds()).toEqual([])
  })
})
