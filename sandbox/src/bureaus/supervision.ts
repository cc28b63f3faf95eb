import type { CheckAnswer, CheckTask, PublishedFiling, ReceivedUpload, UnfiledSiteHandling } from '@yuming/miit'
import { z } from 'zod'
import { text } from '../store/columns.ts'
import type { Store } from '../store/store.ts'
import { type Clock, chinaTime } from '../world/clock.ts'
import type { Outbox } from './outbox.ts'
import { otherProvider } from './planted-filing.ts'

const word = z.string().min(1).max(200)
const change = z.enum(['add', 'delete']).default('add')
const site = {
  domain: z.string().min(4).max(128),
  address: z.ipv4(),
  provider: z.enum(['ours', 'other']).default('ours'),
}

/** What a bureau sends besides results. */
export const newSupervision = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('blacklisted-subject'),
    name: word,
    /** Code of the bureau's own table. */
    certificate: z.strictObject({ kind: z.number().int().min(1), number: word }),
    change,
    remark: word.optional(),
  }),
  z.strictObject({ kind: z.literal('blacklisted-domain'), domain: site.domain, change, remark: word.optional() }),
  z.strictObject({ kind: z.literal('unfiled-site'), ...site }),
  z.strictObject({ kind: z.literal('illegal-access'), ...site }),
  z.strictObject({ kind: z.literal('check-task'), number: word }),
])
export type NewSupervision = z.infer<typeof newSupervision>

export interface ReceivedAnswer {
  readonly bureau: string
  readonly name: string
  readonly about: string
  readonly record: unknown
}

/** Blacklists, lists of sites and tasks to check, and what enterprises answer to them. */
export class Supervision {
  readonly #store: Store
  readonly #clock: Clock
  readonly #outbox: Outbox

  constructor(store: Store, clock: Clock, outbox: Outbox) {
    this.#store = store
    this.#clock = clock
    this.#outbox = outbox
  }

  send(bureau: string, what: NewSupervision, from: { provider: string; filing?: PublishedFiling | undefined }): void {
    const at = chinaTime(this.#clock.now())
    // Ids of entries are the bureau's own; a time is as good as a counter.
    const id = String(this.#clock.now().getTime())
    switch (what.kind) {
      case 'blacklisted-subject': {
        const { name, certificate, remark } = what
        const subject = { subject: { name, certificate }, change: what.change, ...(remark && { remark }) }
        this.#outbox.put(bureau, 'blacklist', { subjects: [subject], services: [] })
        break
      }
      case 'blacklisted-domain': {
        const service = { names: [what.domain], domains: [what.domain], change: what.change }
        this.#outbox.put(bureau, 'blacklist', {
          subjects: [],
          services: [{ ...service, ...(what.remark && { remark: what.remark }) }],
        })
        break
      }
      case 'unfiled-site':
        this.#outbox.put(bureau, 'unfiled-sites', [
          {
            bureauId: id,
            domain: what.domain,
            address: what.address,
            detectedAt: at,
            firstDetectedAt: at,
            detections: 1,
            provinceId: bureau,
            providerId: what.provider === 'ours' ? from.provider : otherProvider,
            carrierId: '1',
          },
        ])
        break
      case 'illegal-access':
        this.#outbox.put(bureau, 'illegal-access', [
          {
            bureauId: id,
            domain: what.domain,
            address: what.address,
            providerId: what.provider === 'ours' ? from.provider : otherProvider,
            provinceId: bureau,
            detectedAt: at,
          },
        ])
        break
      case 'check-task': {
        if (!from.filing) throw Object.assign(new Error('nothing is filed under this number'), { statusCode: 404 })
        this.#outbox.put(bureau, 'check-tasks', [taskOf(from.filing)])
        break
      }
    }
  }

  takeIn(bureau: string, upload: ReceivedUpload): void {
    if (upload.name === 'check-answer')
      for (const record of upload.records) this.#keep(bureau, upload.name, aboutCheck(record), record)
    if (upload.name === 'unfiled-site-handling')
      for (const record of upload.records) this.#keep(bureau, upload.name, aboutSite(record), record)
  }

  answers(): ReceivedAnswer[] {
    return this.#store.all('select * from answer order by id desc limit 200').map((row) => ({
      bureau: text(row, 'bureau'),
      name: text(row, 'name'),
      about: text(row, 'about'),
      record: JSON.parse(text(row, 'record')) as unknown,
    }))
  }

  #keep(bureau: string, name: string, about: string, record: object): void {
    this.#store.run(
      'insert into answer (bureau, name, about, record, received_at) values (?, ?, ?, ?, ?)',
      bureau,
      name,
      about,
      JSON.stringify(record),
      this.#clock.now().toISOString(),
    )
  }
}

const aboutCheck = ({ filing: { subject } }: CheckAnswer) => subject.bureauId ?? subject.name
const aboutSite = ({ domain }: UnfiledSiteHandling) => domain

/** The image of a filing as a check shows it: with who reports each access, and without numbers. */
function taskOf({ subject, services }: PublishedFiling): CheckTask {
  const { filingNumber: _, id: __, ...shown } = subject
  return {
    subject: shown,
    services: services.map(({ filingNumber: _number, id: _id, ...service }) => ({
      ...service,
      domains: service.domains.map(({ id: _own, ...domain }) => domain),
      accesses: service.accesses.map(({ id: _own, ...access }) => ({
        ...access,
        filedBy: 'provider' as const,
        addresses: access.addresses.map(({ id: _address, ...range }) => range),
      })),
    })) as CheckTask['services'],
  }
}
