import type { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { GroupCommit } from '../store/group-commit.ts'
import { Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import type { Random } from '../world/random.ts'
import { secret } from '../world/random.ts'
import { Accounts } from './accounts.ts'
import { type RegistryTls, registryTls } from './certificates.ts'
import { Codes } from './codes/code-demand.ts'
import { createDomain } from './commands/domain-create.ts'
import { endRegistration } from './commands/domain-delete.ts'
import { findDomain } from './commands/domain-find.ts'
import type { DomainRecord } from './domain-record.ts'
import { type EppFront, type LoginNews, openEppFront } from './epp-front.ts'
import { Faults } from './faults.ts'
import { turnLifecycles } from './lifecycle.ts'
import { Messages } from './messages.ts'
import { readName } from './names.ts'
import { Objects } from './objects.ts'
import { changedStatuses, type Office } from './office.ts'
import { Premium } from './premium.ts'
import type { RegistryProfile } from './profile.ts'
import { registryMigrations } from './registry-store.ts'
import { holdsAfter } from './reviews/holds.ts'
import { turnReviews } from './reviews/review-clock.ts'
import { Reviews } from './reviews/reviews.ts'

interface RegistrarCredential {
  readonly clientId: string
  readonly password: string
}

export interface Registry {
  readonly profile: RegistryProfile
  readonly port: number
  readonly tls: RegistryTls
  readonly office: Office
  readonly faults: Faults
  readonly login: LoginNews
  readonly ours: RegistrarCredential
  readonly rival: RegistrarCredential
  /** Does work in a transaction shared with the commands of this turn; resolves after the commit. */
  run<T>(work: () => T): Promise<T>
  /** Lets the rival register a name now. @throws Refused */
  grab(name: string): Promise<DomainRecord>
  look(name: string): Promise<DomainRecord | undefined>
  /** The registry itself sets or lifts server… statuses and says so by poll. @throws Refused */
  setServerStatuses(name: string, change: { add: string[]; rem: string[]; reason: string }): Promise<DomainRecord>
  /** The registry itself deletes a name (a failed naming review of .cn) and pays it back. @throws Refused */
  removeByRegistry(name: string, reason: string): Promise<void>
  /** Does what the clock asks for: expiries, transfers, purges. */
  turn(): Promise<void>
  sessionCount(): number
  /** @returns how many sessions were signed in */
  signOutAll(): number
  close(): Promise<void>
}

const serverStatuses = new Set([
  'serverHold',
  ...['Delete', 'Transfer', 'Renew', 'Update'].map((one) => `server${one}Prohibited`),
])

/** Opens a registry: its store, certificates, accounts and its EPP server on loopback. */
export async function openRegistry(options: {
  data: string
  profile: RegistryProfile
  port: number
  clock: Clock
  random: Random
  /** Whose verification codes count. */
  trusted: readonly X509Certificate[]
}): Promise<Registry> {
  const { profile, clock, random } = options
  const folder = join(options.data, 'registries', profile.id)
  const store = new Store(join(folder, 'registry.sqlite'), registryMigrations)
  const ours = credential(store, `yuming-${profile.id}`, random)
  const rival = credential(store, `rival-${profile.id}`, random)
  const tls = await registryTls({
    folder: join(folder, 'tls'),
    name: profile.svID,
    clientIds: [ours.clientId, rival.clientId],
    clock,
    random,
  })
  const messages = new Messages(store, clock)
  const office: Office = {
    profile,
    clock,
    messages,
    codes: new Codes(store, options.trusted),
    premium: new Premium(store),
    reviews: new Reviews(store, clock),
    objects: new Objects(store, profile, clock, rival.clientId),
    accounts: new Accounts(store, clock, profile.lowBalanceFen, (clientId, balanceFen, thresholdFen) =>
      messages.add(clientId, {
        kind: 'low-balance',
        says: `Low account balance: ${(balanceFen / 100).toFixed(2)} below ${(thresholdFen / 100).toFixed(2)}.`,
        balanceFen,
        thresholdFen,
      }),
    ),
  }
  for (const one of [ours, rival]) office.accounts.ensure(one.clientId, one.password, profile.startBalanceFen)
  const group = new GroupCommit(store)
  const run = <T>(work: () => T) => group.run(work)
  const faults = new Faults()
  const login: LoginNews = {}
  const front: EppFront = await openEppFront({
    office,
    tls,
    faults,
    login,
    run,
    port: options.port,
    svTRID: () => `${profile.roidTag}-${random.uuid()}`,
  })
  const turn = async () => {
    while ((await run(() => turnReviews(office) + turnLifecycles(office))) > 0);
  }
  const timer = setInterval(() => void turn(), 2_000)
  return {
    profile,
    port: front.port,
    tls,
    office,
    faults,
    login,
    ours,
    rival,
    run,
    turn,
    grab: (name) => run(() => createDomain(office, rival.clientId, rivalOrder(office, rival.clientId, name)).domain),
    look: (name) => run(() => office.objects.domain(readName(profile, name))),
    setServerStatuses: (name, change) =>
      run(() => {
        const { domain } = findDomain(office, name)
        const { holds: _before, ...rest } = domain
        const changed: DomainRecord = {
          ...rest,
          ...holdsAfter(domain, change),
          statuses: changedStatuses(domain.statuses, change, serverStatuses),
          upDate: clock.now().toISOString(),
        }
        office.objects.saveDomain(changed)
        const says = `The registry changed the statuses: ${change.reason}`
        office.messages.add(domain.sponsor, {
          kind: 'changed',
          says,
          state: 'after',
          domain: changed,
          operation: 'update',
          reason: change.reason,
        })
        return changed
      }),
    removeByRegistry: (name, reason) =>
      run(() => {
        const { domain } = findDomain(office, name)
        office.messages.add(domain.sponsor, {
          kind: 'changed',
          says: 'The registry deleted the name.',
          state: 'before',
          domain,
          operation: 'delete',
          reason,
        })
        if (endRegistration(office, domain) === 1001) office.objects.releaseDomain(domain)
      }),
    sessionCount: () => front.sessionCount(),
    signOutAll: () => front.signOutAll(),
    async close() {
      clearInterval(timer)
      await front.close()
      group.flush()
      store.close()
    },
  }
}

/** What the rival sends with a create, so that it passes the same rules as ours. */
function rivalOrder(office: Office, clientId: string, name: string) {
  const { profile, objects } = office
  const registrant = profile.contacts === 'required' ? 'rival-contact' : undefined
  if (registrant && !objects.contactExists(registrant)) {
    const postal = { name: 'Rival', street: ['1 Rival Road'], city: 'Shanghai', cc: 'CN' }
    objects.saveContact({
      id: registrant,
      roid: objects.nextRoid('C'),
      sponsor: clientId,
      crID: clientId,
      crDate: office.clock.now().toISOString(),
      statuses: [],
      loc: postal,
      int: postal,
      email: 'rival@example.net',
    })
  }
  const cnnic = profile.cnnic ? { type: 'E', purveyor: 'rival' } : undefined
  const [idnLanguage] = profile.idnLanguages ?? []
  return { name, years: 1, nameservers: [], registrant, contacts: [], ds: [], cnnic, idnLanguage }
}

/** The clear password is kept because world.json tells it at every start. */
function credential(store: Store, clientId: string, random: Random): RegistrarCredential {
  store.run(
    'insert into credential (client_id, password) values (?, ?) on conflict do nothing',
    clientId,
    secret(random, 9),
  )
  const password = store.get('select password from credential where client_id = ?', clientId)?.password
  return { clientId, password: String(password) }
}
