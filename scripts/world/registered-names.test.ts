import { afterAll, describe, expect, it } from 'vitest'
import { makeTemplate, organisationTemplate } from './person.ts'
import { codeIn } from './sandbox-controls.ts'
import { openShop, orderBody, password, type ShopOrder } from './shop.ts'
import { turnClock } from './turn-clock.ts'
import { makeReviewer, verifyTemplate } from './verified.ts'

const shop = await openShop('registered-names')
const { folder, world, sandbox, db, one, two, person, place, ended, whole, pay } = shop
afterAll(() => shop.close())

describe('renewing', () => {
  it('moves the expiry once, though the answer was lost', async () => {
    const order = await place(one, 'renew-1.cn')
    await pay(one, order.number)
    await ended(one, order.number)
    const { items } = await one.client.get<{ items: { ascii: string; expiresOn: string }[] }>('domains?q=renew-1')
    const before = String(items[0]?.expiresOn)
    await sandbox.fault('cn', { kind: 'commit-then-drop', verb: 'domain:renew', times: 1 })
    const renewal = await one.client.post<ShopOrder>('domains/renew-1.cn/renew', { years: 2, expectedExpiry: before })
    await pay(one, renewal.number)
    expect((await ended(one, renewal.number)).state).toBe('succeeded')
    const after = await one.client.get<{ items: { expiresOn: string }[] }>('domains?q=renew-1')
    expect(after.items[0]?.expiresOn).toBe(`${Number(before.slice(0, 4)) + 2}${before.slice(4)}`)
    await whole()
  })
})

describe('a name that goes to another holder (过户)', () => {
  const codeTo = async (phone: string, before: string | undefined) => {
    let code: string | undefined
    await expect
      .poll(
        async () => {
          code = await sandbox.phoneCode(phone)
          return code !== undefined && code !== before
        },
        { timeout: 10_000 },
      )
      .toBe(true)
    return String(code)
  }

  it('goes to a verified template by a code to the phone, at the registry too, and to no other; what is registered with it needs no more papers (S0-15, S1-86, S1-128, S4-03, S4-08, S4-09, S4-10, S4-11, S4-13, S4-15)', async () => {
    const who = await person('holder-change@yuming.example')
    const order = await place(who, 'holder-change-1.cn')
    await pay(who, order.number)
    await ended(who, order.number)
    const reviewer = await makeReviewer(world.origin, folder, 'holder-change-reviewer@yuming.example')
    const target = await makeTemplate(who.client, sandbox, {
      ...organisationTemplate('holder-change@yuming.example'),
      name: { zh: '杭州山月文化有限公司', en: 'Hangzhou Shanyue Culture Co., Ltd.' },
      default: false,
    })
    const change = (templateId: string, code: string) =>
      who.client.post<{ task: string }>('domains/holder-change-1.cn/holder-change', { templateId, code })
    await expect(who.client.post('account/confirmations', { purpose: 'holder-change' })).rejects.toThrow(
      'account.phone-needed',
    )
    await who.client.post('account/phone', { phone: '+86.13800019901', password })
    const bound = await codeTo('13800019901', undefined)
    await expect(who.client.put('account/phone', { code: bound === '000000' ? '000001' : '000000' })).rejects.toThrow(
      'account.confirmation-refused',
    )
    await who.client.put('account/phone', { code: bound })
    await who.client.post('account/confirmations', { purpose: 'holder-change' })
    const first = await codeTo('13800019901', bound)
    await expect(change(target, first)).rejects.toThrow('domain.holder-change-refused')
    await verifyTemplate(who.client, reviewer, target)
    await expect(change(target, first)).rejects.toThrow('account.confirmation-refused')
    await turnClock(world, 61_000)
    await who.client.post('account/confirmations', { purpose: 'holder-change' })
    await change(target, await codeTo('13800019901', first))
    const shown = () =>
      who.client.get<{ registration: { template: string; identity: string } }>('domains/holder-change-1.cn')
    await expect
      .poll(async () => (await shown()).registration, { timeout: 15_000 })
      .toMatchObject({
        template: target,
        identity: 'verified',
      })
    const { rows } = await db.query('select handle from registry_contact where template = $1', [target])
    expect(JSON.stringify(await sandbox.domain('cn', 'holder-change-1.cn'))).toContain(rows[0].handle)
    const next = await who.client.post<ShopOrder>('orders', orderBody('holder-change-2.cn', target))
    await pay(who, next.number)
    await ended(who, next.number)
    const fresh = await who.client.get<{ registration: { identity: string } }>('domains/holder-change-2.cn')
    expect(fresh.registration.identity).toBe('verified')
    await whole()
  })
})

describe('renewing by itself', () => {
  it('renews one year from the balance seven days before expiry, and is ready for the next time', async () => {
    const order = await place(two, 'by-itself-1.cn')
    await pay(two, order.number)
    await ended(two, order.number)
    await two.client.put('domains/by-itself-1.cn/auto-renew', { on: true })
    const expiry = async () =>
      String((await two.client.get<{ items: { expiresOn: string }[] }>('domains?q=by-itself-1')).items[0]?.expiresOn)
    const before = await expiry()
    await turnClock(world, 359 * 86_400_000)
    await expect.poll(expiry, { timeout: 10_000 }).toBe(`${Number(before.slice(0, 4)) + 1}${before.slice(4)}`)
    expect(
      (
        await db.query(
          "select state from deadline where subject = 'by-itself-1.cn' and kind = 'domain.auto-renewal' order by opens_at",
        )
      ).rows,
    ).toEqual([{ state: 'done' }, { state: 'open' }])
    await whole()
  })
})

describe('the copy of what a registry holds', () => {
  it('learns the repository id after a registration, and from a message of the registry what it changed by itself', async () => {
    const order = await place(one, 'mirror-1.com')
    await pay(one, order.number)
    await ended(one, order.number)
    const registration = async () =>
      (await one.client.get<{ registration: { roid: string; statuses: string[] } }>('domains/mirror-1.com'))
        .registration
    await expect.poll(async () => (await registration()).roid, { timeout: 15_000 }).not.toBe('')
    await sandbox.setStatuses('thin', 'mirror-1.com', { add: ['serverHold'], reason: 'a test' })
    await expect.poll(async () => (await registration()).statuses, { timeout: 15_000 }).toContain('serverHold')
    const { rows } = await db.query(
      "select detail from audit_entry where action = 'domain.changed-at-registry' and subject = 'mirror-1.com'",
    )
    expect(rows).toEqual([{ detail: { changed: ['statuses'] } }])
    const told = await db.query("select registry, text from registry_message where about = 'mirror-1.com'")
    expect(told.rows).not.toEqual([])
  })
})

describe('a holder whose new address is not proved', () => {
  it('has fifteen days and two reminders, then the name is put on clientHold, until the address is proved (S1-110)', async () => {
    // Nobody is verified under .org, so that the template can still be corrected.
    const name = 'email-duty-1.org'
    const templateId = await makeTemplate(one.client, sandbox, organisationTemplate('duty@yuming.example'))
    const order = await place({ ...one, templateId }, name)
    await pay(one, order.number)
    await ended(one, order.number)
    const moved = 'duty-moved@yuming.example'
    await one.client.put(`templates/${templateId}`, organisationTemplate(moved))
    const first = codeIn(await sandbox.mail(moved, (text) => codeIn(text) !== undefined))
    const statuses = async () =>
      (await one.client.get<{ registration: { statuses: string[] } }>(`domains/${name}`)).registration.statuses
    const reminders = async () =>
      (await sandbox.call<{ mails: { subject: string }[] }>('GET', `mailbox?to=${moved}`)).mails.filter(
        ({ subject }) => subject === '请验证持有者邮箱',
      ).length
    await turnClock(world, 10.5 * 86_400_000)
    await expect.poll(reminders, { timeout: 20_000 }).toBe(1)
    expect(await statuses()).not.toContain('clientHold')
    await turnClock(world, 4 * 86_400_000)
    await expect.poll(reminders, { timeout: 20_000 }).toBe(2)
    await turnClock(world, 86_400_000)
    await expect.poll(statuses, { timeout: 20_000 }).toContain('clientHold')
    expect(JSON.stringify(await sandbox.domain('general', name))).toContain('clientHold')
    await one.client.post(`templates/${templateId}/email`)
    const mail = await sandbox.mail(moved, (text) => codeIn(text) !== undefined && codeIn(text) !== first)
    await one.client.post('email-verifications', { templateId, code: codeIn(mail) })
    await expect.poll(statuses, { timeout: 20_000 }).not.toContain('clientHold')
    await whole()
  })
})
