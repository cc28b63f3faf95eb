import type { Id } from './id.ts'

/** 附件: a picture, and what it belongs to. */
export interface Attachment {
  readonly format: number
  readonly purpose: number
  readonly content: Uint8Array
  readonly of: AttachedTo
  readonly remark?: string
}

/** One of the three names of the thing; which of them a kind of upload takes, its codec says. */
export interface AttachedTo {
  readonly what: 'subject' | 'service'
  readonly id?: Id
  readonly bureauId?: Id
  readonly filingNumber?: string
}
