import type { Access, FilingStatus, Id, PublishedFiling, PublishedService, Service, Subject } from '@yuming/miit'
import { integer, text } from '../store/columns.ts'
import type { Row, Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import { chinaTime } from '../world/clock.ts'
import { provinceOf } from './provinces.ts'

/** One paper, one subject, all over the country: kind and number as sent. */
export const certificateKey = ({ certificate }: Subject) => `${certificate.kind}:${certificate.number}`

interface FiledService {
  readonly id: number
  readonly subject: number
  readonly number: string
}

/** What is filed (已备案数据), of all provinces: numbers, who holds them, and which names are theirs. */
export class Register {
  readonly #store: Store
  readonly #clock: Clock

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  subject(bureau: string, name: { bureauId?: Id; filingNumber?: string }): Row | undefined {
    return this.#store.get(
      'select * from subject where bureau = ? and (id = ? or number = ?) and cancelled_at is null',
      bureau,
      Number(name.bureauId ?? 0),
      name.filingNumber ?? '',
    )
  }

  subjectByCertificate(certificate: string): Row | undefined {
    return this.#store.get('select * from subject where certificate = ? and cancelled_at is null', certificate)
  }

  service(bureau: string, name: { bureauId?: Id; filingNumber?: string }): FiledService | undefined {
    const row = this.#store.get(
      `select service.* from service join subject on subject.id = service.subject
       where bureau = ? and (service.id = ? or service.number = ?) and service.cancelled_at is null`,
      bureau,
      Number(name.bureauId ?? 0),
      name.filingNumber ?? '',
    )
    return row && serviceOf(row)
  }

  access(bureau: string, id: Id): { id: number; service: number } | undefined {
    const row = this.#store.get(
      `select access.* from access join service on service.id = access.service join subject on subject.id = service.subject
       where bureau = ? and access.id = ? and access.cancelled_at is null`,
      bureau,
      Number(id),
    )
    return row && { id: integer(row, 'id'), service: integer(row, 'service') }
  }

  /** A service as it was reported last. */
  imageOf(service: number): Service | undefined {
    const row = this.#store.get('select image from service where id = ?', service)
    return row && (JSON.parse(text(row, 'image')) as Service)
  }

  countOf(what: 'access' | 'service', within: number): number {
    const sql =
      what === 'access'
        ? 'select count(*) as n from access where service = ? and cancelled_at is null'
        : 'select count(*) as n from service where subject = ? and cancelled_at is null'
    return Number(this.#store.get(sql, within)?.n ?? 0)
  }

  hasAccessOf(service: number, provider: string): boolean {
    const found = this.#store.get(
      'select id from access where service = ? and provider = ? and cancelled_at is null',
      service,
      provider,
    )
    return found !== undefined
  }

  serviceOfDomain(name: string): FiledService | undefined {
    const row = this.#store.get(
      'select service.* from service_domain join service on service.id = service where name = ?',
      name,
    )
    return row && serviceOf(row)
  }

  addSubject(bureau: string, subject: Subject): number {
    const year = chinaTime(this.#clock.now()).slice(0, 4)
    const serial = Number(this.#store.get('select coalesce(max(id), 0) + 1 as n from subject')?.n ?? 1)
    const number = `${provinceOf(bureau)?.short ?? ''}ICP备${year}${String(serial).padStart(6, '0')}号`
    this.#store.run(
      'insert into subject (bureau, number, certificate, image) values (?, ?, ?, ?)',
      bureau,
      number,
      certificateKey(subject),
      JSON.stringify(subject),
    )
    return this.#lastId()
  }

  /** A change does not carry the enterprise's own ids: they stay. */
  changeSubject(id: number, subject: Subject): void {
    const row = this.#store.get('select image from subject where id = ?', id)
    const before = row ? (JSON.parse(text(row, 'image')) as Subject) : undefined
    this.#store.run(
      'update subject set image = ?, certificate = ? where id = ?',
      JSON.stringify({ ...subject, ...(before?.id && { id: before.id }) }),
      certificateKey(subject),
      id,
    )
  }

  addService(subject: number, service: Service, provider: string): number {
    const row = this.#store.get('select number, next_service from subject where id = ?', subject)
    if (!row) throw new Error(`no subject ${subject}`)
    const suffix = integer(row, 'next_service')
    this.#store.run('update subject set next_service = ? where id = ?', suffix + 1, subject)
    this.#store.run(
      'insert into service (subject, number, image) values (?, ?, ?)',
      subject,
      `${text(row, 'number')}-${suffix}`,
      JSON.stringify(service),
    )
    const id = this.#lastId()
    this.#nameDomains(id, service)
    for (const access of service.accesses) this.addAccess(id, access, provider)
    return id
  }

  changeService(id: number, service: Service, provider: string): void {
    const own = this.imageOf(id)?.id
    this.#store.run(
      'update service set image = ? where id = ?',
      JSON.stringify({ ...service, ...(own && { id: own }) }),
      id,
    )
    this.#store.run('delete from service_domain where service = ?', id)
    this.#nameDomains(id, service)
    for (const access of service.accesses)
      if (access.bureauId) this.#changeAccess(id, access)
      else this.addAccess(id, access, provider)
  }

  #changeAccess(service: number, access: Access): void {
    const id = Number(access.bureauId)
    const row = this.#store.get('select image from access where id = ? and service = ?', id, service)
    const own = row && (JSON.parse(text(row, 'image')) as Access).id
    const image = JSON.stringify({ ...access, ...(own && { id: own }) })
    this.#store.run('update access set image = ? where id = ? and service = ?', image, id, service)
  }

  addAccess(service: number, access: Access, provider: string): number {
    this.#store.run(
      'insert into access (service, provider, image) values (?, ?, ?)',
      service,
      provider,
      JSON.stringify(access),
    )
    return this.#lastId()
  }

  cancel(what: 'subject' | 'service' | 'access', id: number): void {
    const at = this.#clock.now().toISOString()
    if (what === 'subject')
      for (const row of this.#store.all('select id from service where subject = ? and cancelled_at is null', id))
        this.cancel('service', integer(row, 'id'))
    if (what === 'service') {
      this.#store.run('delete from service_domain where service = ?', id)
      for (const row of this.#store.all('select id from access where service = ? and cancelled_at is null', id))
        this.cancel('access', integer(row, 'id'))
    }
    this.#store.run(`update ${what} set cancelled_at = ? where id = ?`, at, id)
  }

  /** As the bureau publishes it (BASJ): the named services, or all. */
  published(subject: number, only?: readonly number[]): PublishedFiling {
    const row = this.#store.get('select * from subject where id = ?', subject)
    if (!row) throw new Error(`no subject ${subject}`)
    const today = chinaTime(this.#clock.now()).slice(0, 10)
    const services = this.#store
      .all('select * from service where subject = ? and cancelled_at is null order by id', subject)
      .filter((one) => only === undefined || only.includes(integer(one, 'id')))
      .map((one): PublishedService => {
        const id = integer(one, 'id')
        const image = JSON.parse(text(one, 'image')) as Service
        return {
          ...image,
          bureauId: String(id),
          filingNumber: text(one, 'number'),
          firstReportedAt: today,
          domains: image.domains.map((domain, index) => ({ ...domain, bureauId: String(id * 100 + index + 1) })),
          accesses: this.#store
            .all('select * from access where service = ? and cancelled_at is null order by id', id)
            .map((access) => ({
              ...(JSON.parse(text(access, 'image')) as Access),
              bureauId: String(integer(access, 'id')),
              providerId: text(access, 'provider'),
            }))
            .map((access) => ({
              ...access,
              addresses: access.addresses.map((range, index) => ({
                ...range,
                bureauId: String(Number(access.bureauId) * 100 + index + 1),
              })),
            })),
        }
      })
    return {
      subject: {
        ...(JSON.parse(text(row, 'image')) as Subject),
        bureauId: String(subject),
        filingNumber: text(row, 'number'),
        firstReportedAt: today,
      },
      services,
    }
  }

  /** `type` 0: a domain; else a kind of certificate (queryConditionType). */
  status(type: number, value: string): FilingStatus {
    if (type === 0) {
      const service = this.serviceOfDomain(value.toLowerCase())
      const row = service && this.#store.get('select number from subject where id = ?', service.subject)
      if (!service || !row) return { filed: false }
      const image = this.#store.get('select image from service where id = ?', service.id)
      const [serviceName = ''] = image ? (JSON.parse(text(image, 'image')) as Service).names : []
      return { filed: true, subjectNumber: text(row, 'number'), serviceNumber: service.number, serviceName }
    }
    const row = this.subjectByCertificate(`${type}:${value}`)
    return row ? { filed: true, subjectNumber: text(row, 'number') } : { filed: false }
  }

  list(): { number: string; name: string; services: string[] }[] {
    return this.#store
      .all('select * from subject where cancelled_at is null order by id desc limit 200')
      .map((row) => ({
        number: text(row, 'number'),
        name: (JSON.parse(text(row, 'image')) as Subject).name,
        services: this.#store
          .all('select number from service where subject = ? and cancelled_at is null', integer(row, 'id'))
          .map((one) => text(one, 'number')),
      }))
  }

  #nameDomains(service: number, image: Service): void {
    for (const { name } of image.domains)
      this.#store.run(
        'insert into service_domain (name, service) values (?, ?) on conflict do nothing',
        name.toLowerCase(),
        service,
      )
  }

  #lastId(): number {
    return Number(this.#store.get('select last_insert_rowid() as id')?.id)
  }
}

const serviceOf = (row: Row): FiledService => ({
  id: integer(row, 'id'),
  subject: integer(row, 'subject'),
  number: text(row, 'number'),
})
