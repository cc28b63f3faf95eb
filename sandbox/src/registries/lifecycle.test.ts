import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { Store } from '../store/store.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { MovableClock } from '../world/clock.ts'
import { Accounts } from './accounts.ts'
import { Codes } from './codes/code-demand.ts'
import { createContact } from './commands/contacts.ts'
import { createDomain } from './commands/domain-create.ts'
import { deleteDomain } from './commands/domain-delete.ts'
import { findDomain } from './commands/domain-find.ts'
import { renewDomain } from './commands/domain-renew.ts'
import { restoreDomain } from './commands/domain-restore.ts'
import { answerTransfer, requestTransfer } from './commands/domain-transfer.ts'
import { updateDomain } from './commands/domain-update.ts'
import { rgpStatuses, shownStatuses } from './domain-record.ts'
import { turnLifecycles } from './lifecycle.ts'
import { Messages } from './messages.ts'
import { Objects } from './objects.ts'
import type { Office } from './office.ts'
import { Premium } from './premium.ts'
import { profiles } from './profiles.ts'
import { Refused } from './refused.ts'
import { registryMigrations } from './registry-store.ts'
import { Reviews } from './reviews/reviews.ts'

const opened: Store[] = []
afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

function officeOf(id: string, balanceFen = 10_000_000) {
  const profile = profiles.find((one) => one.id === id)
  if (!profile) throw new Error(id)
  const store = new Store(join(temporaryFolder('registry'), 'r.sqlite'), registryMigrations)
  opened.push(store)
  const clock = new MovableClock({ now: () => new Date('2026-11-23T02:00:00Z') }, 0)
  const messages = new Messages(store, clock)
  const office: Office = {
    profile,
    clock,
    messages,
    codes: new Codes(store, []),
    premium: new Premium(store),
    reviews: new Reviews(store, clock),
    objects: new Objects(store, profile, clock, 'rival'),
    accounts: new Accounts(store, clock, 1_000, (clientId, balanceFen, thresholdFen) =>
      messages.add(clientId, { kind: 'low-balance', says: 'Low account balance.', balanceFen, thresholdFen }),
    ),
  }
  for (const who of ['us', 'rival']) office.accounts.ensure(who, 'pw', balanceFen)
  const postal = { name: 'Li', street: ['1 Road'], city: 'Shanghai', cc: 'CN' }
  const cnnic = { type: 'I', certificateType: 'SFZ', certificate: '11010519491231002X', purveyor: 'yuming' }
  if (profile.contacts === 'required')
    createContact(office, 'us', { id: 'c1', loc: { ...postal, name: '李' }, int: postal, email: 'a@b.cn', cnnic })
  return {
    office,
    days: (count: number) => {
      clock.move(clock.offsetMs + count * 86_400_000)
      while (turnLifecycles(office) > 0);
    },
    create: (name: string, years = 1, password?: string) =>
      createDomain(office, 'us', {
        name,
        years,
        nameservers: [],
        registrant: profile.contacts === 'required' ? 'c1' : undefined,
        contacts: [],
        password,
        ds: [],
        cnnic: profile.cnnic ? { type: 'I', purveyor: 'yuming' } : undefined,
      }).domain,
    domain: (name: string) => findDomain(office, name).domain,
  }
}

const codeOf = (work: () => unknown) => {
  try {
    work()
    return 1000
  } catch (error) {
    return error instanceof Refused ? error.code : error
  }
}

describe('a name of com', () => {
  it('is paid back when deleted in its add grace period, and free at once', () => {
    const { office, create, domain } = officeOf('thin')
    create('q1a.com')
    expect(office.accounts.balance('us')).toBe(10_000_000 - 5_800)
    expect(deleteDomain(office, 'us', 'q1a.com')).toBe(1000)
    expect(office.accounts.balance('us')).toBe(10_000_000)
    expect(codeOf(() => domain('q1a.com'))).toBe(2303)
    create('q1a.com')
  })

  it('goes through redemption and pending delete, and can be restored with a report', () => {
    const { office, create, days, domain } = officeOf('thin')
    create('q1b.com')
    days(10)
    expect(deleteDomain(office, 'us', 'q1b.com')).toBe(1001)
    expect(shownStatuses(domain('q1b.com'))).toContain('pendingDelete')
    restoreDomain(office, 'us', { name: 'q1b.com', operation: 'request' })
    expect(domain('q1b.com').phase).toBe('pendingRestore')
    days(8)
    expect(domain('q1b.com').phase).toBe('redemption')
    restoreDomain(office, 'us', { name: 'q1b.com', operation: 'request' })
    restoreDomain(office, 'us', { name: 'q1b.com', operation: 'report' })
    expect(domain('q1b.com').phase).toBe('active')
    deleteDomain(office, 'us', 'q1b.com')
    days(31)
    expect(rgpStatuses(domain('q1b.com'), office.clock.now(), 5)).toEqual(['pendingDelete'])
    expect(codeOf(() => restoreDomain(office, 'us', { name: 'q1b.com', operation: 'request' }))).toBe(2304)
    days(5)
    expect(codeOf(() => domain('q1b.com'))).toBe(2303)
  })

  it('renews itself on expiry, and the year is paid back on delete', () => {
    const { office, create, days, domain } = officeOf('thin')
    create('q1c.com')
    days(366)
    expect(domain('q1c.com').exDate.slice(0, 10)).toBe('2028-11-23')
    expect(rgpStatuses(domain('q1c.com'), office.clock.now(), 5)).toEqual(['autoRenewPeriod'])
    deleteDomain(office, 'us', 'q1c.com')
    expect(office.accounts.balance('us')).toBe(10_000_000 - 5_800)
  })

  it('cannot be renewed twice by one command, nor beyond ten years', () => {
    const { office, create } = officeOf('thin')
    create('q1d.com')
    const asked = { name: 'q1d.com', currentExpiry: '2027-11-23', years: 1 }
    expect(renewDomain(office, 'us', asked).domain.exDate.slice(0, 10)).toBe('2028-11-23')
    expect(codeOf(() => renewDomain(office, 'us', asked))).toBe(2004)
    expect(codeOf(() => renewDomain(office, 'us', { ...asked, currentExpiry: '2028-11-23', years: 9 }))).toBe(2105)
  })
})

describe('a transfer', () => {
  it('needs the password and sixty days, moves name and money, and takes the password away', () => {
    const { office, create, days, domain } = officeOf('thin')
    create('q2a.com', 1, 'secret-1')
    const asked = { name: 'q2a.com', years: 1, password: 'secret-1' }
    expect(codeOf(() => requestTransfer(office, 'rival', { ...asked, password: 'wrong' }))).toBe(2202)
    expect(codeOf(() => requestTransfer(office, 'rival', asked))).toBe(2106)
    days(61)
    requestTransfer(office, 'rival', asked)
    expect(shownStatuses(domain('q2a.com'))).toContain('pendingTransfer')
    expect(codeOf(() => deleteDomain(office, 'us', 'q2a.com'))).toBe(2300)
    answerTransfer(office, 'us', { name: 'q2a.com', answer: 'approve' })
    expect(domain('q2a.com')).toMatchObject({ sponsor: 'rival' })
    expect(domain('q2a.com').authSha256).toBeUndefined()
    expect(domain('q2a.com').exDate.slice(0, 10)).toBe('2028-11-23')
    expect(office.messages.count('us')).toBe(1)
    expect(office.messages.count('rival')).toBe(1)
  })

  it('is approved by the registry after five days, and paid back when rejected', () => {
    const { office, create, days, domain } = officeOf('thin')
    create('q2b.com', 1, 'secret-1')
    days(61)
    const asked = { name: 'q2b.com', years: 1, password: 'secret-1' }
    requestTransfer(office, 'rival', asked)
    answerTransfer(office, 'us', { name: 'q2b.com', answer: 'reject' })
    expect(office.accounts.balance('rival')).toBe(10_000_000)
    requestTransfer(office, 'rival', asked)
    days(5)
    expect(domain('q2b.com')).toMatchObject({ sponsor: 'rival', transfer: { status: 'serverApproved' } })
  })

  it('is closed by a lock', () => {
    const { office, create, days } = officeOf('thin')
    create('q2c.com', 1, 'secret-1')
    days(61)
    const none = { nameservers: [], contacts: [], statuses: [] }
    updateDomain(office, 'us', { name: 'q2c.com', add: { ...none, statuses: ['clientTransferProhibited'] }, rem: none })
    const asked = { name: 'q2c.com', years: 1, password: 'secret-1' }
    expect(codeOf(() => requestTransfer(office, 'rival', asked))).toBe(2304)
    const bad = { name: 'q2c.com', add: { ...none, statuses: ['serverHold'] }, rem: none }
    expect(codeOf(() => updateDomain(office, 'us', bad))).toBe(2306)
  })
})

describe('a name of cn', () => {
  it('falls into redemption on expiry without money, for fifteen days, and is then free', () => {
    const { office, create, days, domain } = officeOf('cn')
    create('q3a.cn')
    office.accounts.setBalance('us', 100)
    days(366)
    expect(domain('q3a.cn').phase).toBe('redemption')
    days(15)
    expect(codeOf(() => domain('q3a.cn'))).toBe(2303)
  })

  it('restores without a report', () => {
    const { office, create, days, domain } = officeOf('cn')
    create('q3b.cn')
    days(10)
    deleteDomain(office, 'us', 'q3b.cn')
    restoreDomain(office, 'us', { name: 'q3b.cn', operation: 'request' })
    expect(domain('q3b.cn').phase).toBe('active')
  })

  it('refuses a create without money, and says once by poll that the balance is low', () => {
    const { office, create } = officeOf('cn', 3_000)
    create('q3c.cn')
    expect(codeOf(() => create('q3d.cn'))).toBe(2104)
    expect(office.messages.first('us')?.body).toMatchObject({ kind: 'low-balance', balanceFen: 100 })
    expect(office.messages.count('us')).toBe(1)
  })
})
