import type { FilingImage } from './filing.ts'
import type { Id } from './id.ts'
import type { Service, ServiceBase } from './service.ts'
import type { Subject } from './subject.ts'

/** A filing as the bureau publishes it: the ids and numbers in it are what changes and cancellations go by. */
export interface PublishedFiling extends FilingImage {
  readonly subject: PublishedSubject
  readonly services: readonly PublishedService[]
  readonly remark?: string
}

/** Moments are kept as the bureau writes them: a day, or a day and a time of China. */
export interface Dated {
  readonly firstReportedAt?: string
  readonly lastChangedAt?: string
}

export interface PublishedSubject extends Subject, Dated {
  readonly certificateFile?: {
    readonly validUntil?: string
    readonly path?: string
    readonly serial?: string
  }
  readonly reviewer?: string
  readonly reviewedAt?: string
}

export type PublishedService = Service & Dated

/** A check task's image: it tells who reports each access, and no filing numbers. */
export interface CheckTask extends FilingImage {
  readonly subject: Subject & Dated
  readonly services: readonly (ServiceBase & Service & Dated)[]
  readonly remark?: string
}

/** 已注销数据 */
export interface Cancelled {
  readonly what: 'subject' | 'service' | 'access'
  readonly bureauId: Id
  readonly remark?: string
}
