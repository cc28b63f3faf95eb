import { integer, text } from '../store/columns.ts'
import type { Row, Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import { addDays } from './calendar.ts'
import { type DomainRecord, dueAt } from './domain-record.ts'
import { fingerprint, heldFromTheStart, type ReadName } from './names.ts'
import type { RegistryProfile } from './profile.ts'

export interface PostalInfo {
  readonly name: string
  readonly org?: string
  readonly street: readonly string[]
  readonly city: string
  readonly sp?: string
  readonly pc?: string
  readonly cc: string
}

export interface ContactRecord {
  readonly id: string
  readonly roid: string
  readonly sponsor: string
  readonly crID: string
  readonly crDate: string
  readonly upID?: string
  readonly upDate?: string
  readonly trDate?: string
  readonly statuses: readonly string[]
  readonly loc?: PostalInfo
  readonly int?: PostalInfo
  readonly voice?: string
  readonly fax?: string
  readonly email: string
  readonly authSha256?: string
  readonly cnnic?: {
    readonly type: string
    readonly certificateType: string
    readonly certificate: string
    readonly purveyor: string
    readonly mobile?: string
  }
  readonly transfer?: import('./domain-record.ts').TransferRecord
}

export interface HostRecord {
  readonly name: string
  readonly roid: string
  readonly sponsor: string
  readonly crID: string
  readonly crDate: string
  readonly upID?: string
  readonly upDate?: string
  readonly statuses: readonly string[]
  readonly addresses: readonly { readonly ip: 'v4' | 'v6'; readonly address: string }[]
  readonly superordinate?: string
  readonly purveyor?: string
}

/** The registry's objects as rows. Reading a name that somebody held from the start makes its row first. */
export class Objects {
  readonly #store: Store
  readonly #profile: RegistryProfile
  readonly #clock: Clock
  readonly #rival: string

  constructor(store: Store, profile: RegistryProfile, clock: Clock, rival: string) {
    this.#store = store
    this.#profile = profile
    this.#clock = clock
    this.#rival = rival
  }

  domain(name: ReadName): DomainRecord | undefined {
    const row = this.#store.get('select body from domain where canonical = ?', name.canonical)
    if (row) return parsed<DomainRecord>(row)
    if (!heldFromTheStart(name)) return undefined
    if (this.#store.get('select name from released where name = ?', name.canonical)) return undefined
    const made = this.#fromTheStart(name)
    this.saveDomain(made)
    return made
  }

  isHeld(name: ReadName): boolean {
    if (this.#store.get('select 1 from domain where canonical = ?', name.canonical)) return true
    return heldFromTheStart(name) && !this.#store.get('select 1 from released where name = ?', name.canonical)
  }

  saveDomain(domain: DomainRecord): void {
    this.#store.run(
      `insert into domain (name, canonical, sponsor, phase, expires_at, due_at, body) values (?, ?, ?, ?, ?, ?, ?)
       on conflict (name) do update set sponsor = excluded.sponsor, phase = excluded.phase,
         expires_at = excluded.expires_at, due_at = excluded.due_at, body = excluded.body`,
      domain.name,
      domain.canonical,
      domain.sponsor,
      domain.phase,
      domain.exDate,
      dueAt(domain),
      JSON.stringify(domain),
    )
  }

  /** Writes who refers to whom; call it when the name servers or contacts of a name have changed. */
  linkDomain(domain: DomainRecord, isNew = false): void {
    if (!isNew) {
      this.#store.run('delete from delegation where domain = ?', domain.name)
      this.#store.run('delete from contact_use where domain = ?', domain.name)
    }
    for (const host of domain.nameservers)
      this.#store.run('insert into delegation (host, domain) values (?, ?)', host, domain.name)
    const contacts = new Set(domain.contacts.map((contact) => contact.id))
    if (domain.registrant) contacts.add(domain.registrant)
    for (const contact of contacts)
      this.#store.run('insert into contact_use (contact, domain) values (?, ?)', contact, domain.name)
  }

  /** The name is free again. */
  releaseDomain(domain: DomainRecord): void {
    this.#store.run('delete from delegation where domain = ?', domain.name)
    this.#store.run('delete from contact_use where domain = ?', domain.name)
    this.#store.run('delete from host where superordinate = ?', domain.name)
    this.#store.run('delete from domain where name = ?', domain.name)
    this.#store.run(
      `update review set state = 'withdrawn', due_at = null
       where subject = ? and kind in ('naming', 'qualification') and state = 'pending'`,
      domain.name,
    )
    this.#store.run('insert into released (name) values (?) on conflict do nothing', domain.canonical)
  }

  dueDomains(now: Date): DomainRecord[] {
    return this.#store
      .all('select body from domain where due_at <= ? order by due_at limit 500', now.toISOString())
      .map((row) => parsed<DomainRecord>(row))
  }

  listDomains(limit: number): DomainRecord[] {
    return this.#store
      .all('select body from domain where sponsor <> ? order by name limit ?', this.#rival, limit)
      .map((row) => parsed<DomainRecord>(row))
  }

  countDomains(sponsor: string): number {
    return Number(this.#store.get('select count(*) as n from domain where sponsor = ?', sponsor)?.n ?? 0)
  }

  contact(id: string): ContactRecord | undefined {
    const row = this.#store.get('select body from contact where id = ?', id)
    return row && parsed<ContactRecord>(row)
  }

  contactExists(id: string): boolean {
    return this.#store.get('select 1 from contact where id = ?', id) !== undefined
  }

  saveContact(contact: ContactRecord): void {
    this.#store.run(
      `insert into contact (id, sponsor, body) values (?, ?, ?)
       on conflict (id) do update set sponsor = excluded.sponsor, body = excluded.body`,
      contact.id,
      contact.sponsor,
      JSON.stringify(contact),
    )
  }

  deleteContact(id: string): void {
    this.#store.run('delete from contact where id = ?', id)
  }

  /** Contacts that no review knows. */
  contactsWithoutReview(): ContactRecord[] {
    return this.#store
      .all(
        `select body from contact where sponsor <> ?
           and not exists (select 1 from review where subject = contact.id and kind = 'identity') order by id`,
        this.#rival,
      )
      .map((row) => parsed<ContactRecord>(row))
  }

  /** The names that a contact holds. */
  domainsOfHolder(contact: string): DomainRecord[] {
    return this.#store
      .all('select body from domain where name in (select domain from contact_use where contact = ?)', contact)
      .map((row) => parsed<DomainRecord>(row))
      .filter((domain) => domain.registrant === contact)
  }

  contactIsUsed(id: string): boolean {
    return this.#store.get('select 1 from contact_use where contact = ? limit 1', id) !== undefined
  }

  host(name: string): HostRecord | undefined {
    const row = this.#store.get('select body from host where name = ?', name)
    return row && parsed<HostRecord>(row)
  }

  hostExists(name: string): boolean {
    return this.#store.get('select 1 from host where name = ?', name) !== undefined
  }

  saveHost(host: HostRecord): void {
    this.#store.run(
      `insert into host (name, superordinate, sponsor, body) values (?, ?, ?, ?)
       on conflict (name) do update set superordinate = excluded.superordinate, sponsor = excluded.sponsor, body = excluded.body`,
      host.name,
      host.superordinate ?? null,
      host.sponsor,
      JSON.stringify(host),
    )
  }

  deleteHost(name: string): void {
    this.#store.run('delete from host where name = ?', name)
  }

  /** Gives a host another name in every delegation. */
  renameHost(from: string, to: string): void {
    const users = this.#store
      .all('select domain from delegation where host = ?', from)
      .map((row) => text(row, 'domain'))
    this.deleteHost(from)
    for (const user of users) {
      const row = this.#store.get('select body from domain where name = ?', user)
      if (!row) continue
      const domain = parsed<DomainRecord>(row)
      const renamed = { ...domain, nameservers: domain.nameservers.map((host) => (host === from ? to : host)) }
      this.saveDomain(renamed)
      this.linkDomain(renamed)
    }
  }

  hostIsUsed(name: string): boolean {
    return this.#store.get('select 1 from delegation where host = ? limit 1', name) !== undefined
  }

  /** Hosts below a name, and whether any other name still uses one of them. */
  subordinateHosts(domain: string): string[] {
    return this.#store
      .all('select name from host where superordinate = ? order by name', domain)
      .map((row) => text(row, 'name'))
  }

  /** A repository object identifier that is never given twice. */
  nextRoid(kind: 'D' | 'C' | 'H'): string {
    const row = this.#store.get(
      `insert into counter (name, value) values ('roid', 1) on conflict (name) do update set value = value + 1 returning value`,
    )
    const value = row ? integer(row, 'value') : 0
    return `${kind}${value}-${this.#profile.roidTag}`
  }

  #fromTheStart(name: ReadName): DomainRecord {
    // Created on some day of the last nine years and kept for one to nine more, by the name alone.
    const number = fingerprint(`${name.ascii}/life`)
    const now = this.#clock.now()
    const crDate = addDays(now, -90 - (number % 3_200))
    return {
      name: name.ascii,
      canonical: name.canonical,
      roid: this.nextRoid('D'),
      sponsor: this.#rival,
      crID: this.#rival,
      crDate,
      exDate: addDays(now, 60 + ((number >>> 8) % 3_000)),
      contacts: [],
      nameservers: [],
      statuses: ['clientTransferProhibited'],
      ds: [],
      phase: 'active',
      graces: [],
    }
  }
}

function parsed<T>(row: Row): T {
  return JSON.parse(text(row, 'body')) as T
}
