import type { DomainRemoval, DomainReport, DomainResult } from '@yuming/miit'
import { integer } from '../store/columns.ts'
import type { Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'

/** Names that the ministry knows (域名入库): those that registrars reported, and not yet removed. */
export class KnownDomains {
  readonly #store: Store
  readonly #clock: Clock

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  knows(name: string): boolean {
    const row = this.#store.get('select id from known_domain where name = ? and removed_at is null', name.toLowerCase())
    return row !== undefined
  }

  /** A name that another registrar reported. */
  add(name: string, report?: DomainReport): number {
    this.#store.run(
      `insert into known_domain (name, report) values (?, ?)
       on conflict (name) do update set report = excluded.report, removed_at = null`,
      name.toLowerCase(),
      report ? JSON.stringify(report) : null,
    )
    const row = this.#store.get('select id from known_domain where name = ?', name.toLowerCase())
    return row ? integer(row, 'id') : 0
  }

  /** A new report of a name that is known already counts as done, as its registrar may have lost the answer. */
  report(report: DomainReport): DomainResult {
    const wrong = this.#wrong(report)
    const base = { operation: 'new-domain', ...(report.id ? { id: report.id } : {}) } as const
    if (wrong) return { ...base, codes: [wrong] }
    return { ...base, codes: [done], bureauId: String(this.add(report.name, report)) }
  }

  change(report: DomainReport): DomainResult {
    const id = Number(report.bureauId ?? 0)
    const wrong = this.#wrong(report)
    if (wrong) return { operation: 'change-domain', codes: [wrong], bureauId: String(id) }
    const changed = this.#store.run(
      'update known_domain set report = ? where id = ? and removed_at is null',
      JSON.stringify(report),
      id,
    )
    const code = changed === 1 ? done : { code: 3999, description: '域名备案信息不存在' }
    return { operation: 'change-domain', codes: [code], bureauId: String(id) }
  }

  remove(removal: DomainRemoval): DomainResult {
    const [column, value] = 'name' in removal ? ['name', removal.name.toLowerCase()] : ['id', Number(removal.bureauId)]
    const row = this.#store.get(`select id from known_domain where ${column} = ? and removed_at is null`, value)
    if (!row) return { operation: 'remove-domain', codes: [{ code: 3999, description: '域名备案信息不存在' }] }
    this.#store.run(
      'update known_domain set removed_at = ? where id = ?',
      this.#clock.now().toISOString(),
      integer(row, 'id'),
    )
    return { operation: 'remove-domain', codes: [done], bureauId: String(integer(row, 'id')) }
  }

  list(): { id: number; name: string }[] {
    return this.#store
      .all('select id, name from known_domain where removed_at is null order by id desc limit 200')
      .map((row) => ({ id: integer(row, 'id'), name: String(row.name) }))
  }

  #wrong(report: DomainReport): { code: number; description: string } | undefined {
    const today = this.#clock.now().toISOString().slice(0, 10)
    if (report.expiresOn < today) return { code: 3004, description: '有效日期早于今天' }
    if (report.nameServers.length === 0) return { code: 3005, description: '域名服务器为空' }
    return undefined
  }
}

const done = { code: 3998, description: '域名备案成功' }
