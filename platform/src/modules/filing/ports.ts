import type { OrderType, PaperKind, ServiceKind } from '@yuming/filing'
import type { Text } from '@yuming/rules'
import type { Trx } from '../../kernel/database/index.ts'
import type { Draft, DraftService, DraftSubject } from './draft/draft-schemas.ts'
import type { MatterAnswer, MatterKind } from './matters/matter-kinds.ts'

/** What a bureau's register says of a filing. */
export interface RegisteredFiling {
  readonly filed: boolean
  readonly subjectNumber?: string
  readonly serviceNumber?: string
}

/** Asks the bureaus what is filed (备案状态查询). undefined: not known, because nobody could be asked. */
export interface FilingRegister {
  byDomain(province: string | undefined, ascii: string): Promise<RegisteredFiling | undefined>
  byCertificate(
    province: string | undefined,
    certificate: { readonly kind: string; readonly number: string },
  ): Promise<RegisteredFiling | undefined>
}

/** Addresses that a name is to have in a zone that is hosted here. */
export interface AddressesOfName {
  readonly zone: string
  readonly name: string
  readonly addresses: readonly { readonly type: 'A' | 'AAAA'; readonly value: string }[]
}

/** Zones whose records this platform may set. */
export interface ZoneHosting {
  /** The zone that holds a name; undefined: it is not hosted here, and its owner sets the records. */
  zoneOf(ascii: string): string | undefined
  /** Sets all addresses of a name, or none where anything stands there. @throws NotSent, AnswerLost, StepRefused, RetryLater */
  set(wanted: AddressesOfName): Promise<'set' | 'occupied'>
  /** What stands there now. Throwing: nobody knows. */
  read(wanted: AddressesOfName): Promise<'nothing' | 'set' | 'occupied'>
}

/** Tells whoever watches to look again. A lost hint only makes a page late: each looks by itself as well. */
export interface ChangeHints {
  /** Resolves at the next change, or after `ms`. */
  next(ms: number, signal: AbortSignal): Promise<void>
}

/** What a user is called; undefined for one who gave no name. */
export type NameOfUser = (trx: Trx, user: string) => Promise<string | undefined>

/** Whether the ministry has acknowledged a name (入库); undefined while nobody can tell. */
export type KnownToMinistry = (ascii: string) => Promise<boolean | undefined>

/** Ids by which a bureau knows something that is filed. */
export interface BureauIds {
  readonly bureauId?: string | undefined
  readonly number?: string | undefined
}

export interface OutgoingAccess extends BureauIds {
  readonly ownId: string
  readonly mode: NonNullable<DraftService['access']>[number]['mode']
  /** Code of the province of the machine room; that of the bureau where nothing is said. */
  readonly place: string | undefined
  readonly addresses: readonly (BureauIds & { readonly ownId: string; readonly ip: string })[]
}

export interface OutgoingService extends BureauIds {
  readonly ownId: string
  readonly service: DraftService
  readonly domains: readonly (BureauIds & { readonly ownId: string; readonly name: string })[]
  readonly accesses: readonly OutgoingAccess[]
}

/** What leaves for a bureau, in the words of the model and with all its ids. */
export interface Outgoing {
  readonly type: Exclude<OrderType, 'claim'>
  readonly subject: BureauIds & { readonly ownId: string; readonly subject: DraftSubject }
  readonly services: readonly OutgoingService[]
  readonly papers: readonly {
    readonly kind: PaperKind
    readonly service: string | null
    readonly picture: Uint8Array
  }[]
  readonly cancelReason: Draft['cancelReason']
}

export interface WireProblem {
  /** Where in the draft, or in the record of the interface. */
  readonly field: string
  readonly message: Text
  /** Nobody but us can mend it. */
  readonly ours: boolean
}

export type MadeRecord =
  | { readonly ok: true; readonly kind: BureauOperation; readonly xml: Uint8Array; readonly keys: readonly string[] }
  | { readonly ok: false; readonly problems: readonly WireProblem[] }

/** One field of a record as its bureau reads it. */
export interface ShownField {
  /** Where in the draft. */
  readonly field: string
  readonly label: Text
  readonly value: string
  /** What stands for it on the wire, by the bureau's own tables; [] where it is sent as it is. */
  readonly codes: readonly number[]
}

export interface ShownRecord {
  readonly operation: BureauOperation
  readonly parts: readonly {
    readonly part: 'subject' | 'service' | 'order'
    readonly at: number
    readonly fields: readonly ShownField[]
  }[]
  readonly papers: readonly {
    readonly kind: PaperKind
    readonly service: string | null
    /** What the bureau calls it; null: it has no use for it, and it stays with us. */
    readonly purpose: string | null
  }[]
  readonly problems: readonly WireProblem[]
}

export type BureauOperation =
  | 'new-filing'
  | 'new-service'
  | 'new-access'
  | 'change-filing'
  | 'cancel-access'
  | 'cancel-subject'
  | 'cancel-service'
  | 'verification-material'

export type Sent =
  | { readonly is: 'accepted'; readonly sequence: number }
  | { readonly is: 'later'; readonly afterMs: number; readonly because: string }
  /** The bureau will never take this file. */
  | { readonly is: 'refused'; readonly code: number; readonly because: string }
  /** The line stands until a person has looked. */
  | { readonly is: 'stopped'; readonly because: string }

/** What a bureau's file tells, in the words of the model. */
export type BureauNews =
  | {
      readonly what: 'result'
      readonly operation: BureauOperation
      readonly key: string | undefined
      readonly codes: readonly BureauCode[]
    }
  | {
      readonly what: 'opinion'
      readonly operation: BureauOperation | undefined
      readonly recordId: string | undefined
      readonly approved: boolean
      readonly words: string | undefined
    }
  | { readonly what: 'published'; readonly filing: PublishedFiling }
  | { readonly what: 'cancelled'; readonly of: 'subject' | 'service' | 'access'; readonly bureauId: string }
  | {
      readonly what: 'notice'
      readonly kind: 'rectification' | 'shell-site' | 'dead-site' | 'access-differs' | 'subject-data'
      readonly about: BureauIds
      readonly words: string
    }
  | BlacklistNews
  | MatterNews
  | { readonly what: 'kept'; readonly name: string }

/** Who and what is on a bureau's blacklist from now on, or no longer. */
export interface BlacklistNews {
  readonly what: 'blacklist'
  readonly subjects: readonly {
    /** Kinds of paper that the bureau's code may stand for. */
    readonly kinds: readonly string[]
    readonly number: string
    readonly listed: boolean
    readonly remark: string | undefined
  }[]
  readonly domains: readonly { readonly name: string; readonly listed: boolean; readonly remark: string | undefined }[]
}

/** Something that the bureau wants somebody here to see to. */
export interface MatterNews {
  readonly what: 'matter'
  readonly kind: MatterKind
  readonly bureauId: string
  readonly title: string
  readonly address: string | undefined
  /** YYYY-MM-DD, where the bureau says since when. */
  readonly listedOn: string | undefined
}

export interface BureauCode {
  readonly code: number
  readonly means: Text
  /** In the bureau's own words. */
  readonly said: string | undefined
  /** Who can do something: the applicant, nobody, we; or it went well. */
  readonly asks: 'nothing' | 'applicant' | 'us' | 'wait'
  /** Field of the draft. */
  readonly field: string | null
}

export interface PublishedFiling {
  readonly subject: BureauIds & { readonly ownId: string | undefined }
  readonly services: readonly (BureauIds & {
    readonly ownId: string | undefined
    readonly name: string
    readonly homeUrl: string | undefined
    readonly domains: readonly (BureauIds & { readonly ownId: string | undefined; readonly name: string })[]
    readonly accesses: readonly (BureauIds & {
      readonly ownId: string | undefined
      readonly ours: boolean
      readonly ips: readonly string[]
    })[]
  })[]
}

/** What is answered to a bureau that wants something seen to. */
export interface OutgoingAnswer {
  readonly kind: Exclude<MatterKind, 'illegal-access'>
  /** The document that told it, and the bureau's own id in it. */
  readonly file: string
  readonly bureauId: string
  readonly answer: MatterAnswer
  /** Name of the person who checked. */
  readonly by: string
  readonly on: string
  readonly listedOn: string
  readonly dueOn: string
}

export type MadeAnswer =
  | { readonly ok: true; readonly xml: Uint8Array }
  | { readonly ok: false; readonly problems: readonly WireProblem[] }

export interface Drained {
  readonly stored: number
  readonly ended: string
}

/** What an interface of the bureaus can carry. */
export interface Carriage {
  /** Its version, as people write it. */
  readonly interface: string
  readonly kinds: ReadonlySet<ServiceKind>
  /** Whether it carries addresses of IPv6. */
  readonly ipv6: boolean
}

/** The bureaus that this provider is connected to, each by the code of its province. */
export interface Bureaus {
  readonly ids: readonly string[]
  has(bureau: string): boolean
  /** What the interface of a bureau can carry; of one that is not connected, the newest interface that is known. */
  carriage(bureau: string | null): Carriage
  /** The record as its bureau's interface wants it, with every problem that this has; nothing is kept. */
  make(bureau: string, outgoing: Outgoing): Promise<MadeRecord>
  /** The record in the bureau's own words; nothing is kept. */
  show(bureau: string, outgoing: Outgoing): Promise<ShownRecord>
  /** The answer to a matter, as the bureau's interface wants it; nothing is kept. */
  makeAnswer(bureau: string, answer: OutgoingAnswer): Promise<MadeAnswer>
  /** Sends a file under the next number, or finds out what became of it; the same key is never a second upload. */
  send(
    bureau: string,
    file: { readonly key: string; readonly fileName: string; readonly xml: Uint8Array },
  ): Promise<Sent>
  /** Takes what waits at the bureau: kept and committed, then acknowledged. */
  drain(bureau: string): Promise<Drained>
  /** Files that were taken and not processed yet, oldest first. */
  unprocessed(bureau: string): Promise<readonly string[]>
  /** What a file tells; undefined when it was processed meanwhile. Its row stays locked until the transaction ends. */
  open(file: string, trx: Trx): Promise<{ readonly bureau: string; readonly news: readonly BureauNews[] } | undefined>
  processed(file: string, trx: Trx): Promise<void>
  /** What keeps a file from being processed, for whoever looks. */
  failed(file: string, because: string): Promise<void>
}

/** An upload line that stands until a person has looked. */
export interface StoppedLine {
  readonly bureau: string
  /** Of the file that stands in front; what is behind it waits. */
  readonly key: string
  readonly sequence: number
  readonly fileName: string
  readonly because: string
  /** Of the bureau's last answer. */
  readonly code: number | null
  readonly message: string | null
  readonly since: Date
}

/** A file of a bureau that was taken and cannot be carried out; what came after it waits. */
export interface FailingFile {
  readonly bureau: string
  readonly file: string
  readonly fileName: string
  readonly receivedAt: Date
  readonly because: string
  readonly since: Date
  readonly times: number
  /** Files of that bureau that wait behind it. */
  readonly behind: number
  /** Since when those go on without it. */
  readonly asideAt: Date | null
}

export interface BureauLines {
  stopped(trx: Trx): Promise<readonly StoppedLine[]>
  failing(trx: Trx): Promise<readonly FailingFile[]>
  /** Lets what is behind a failing file go on without it, or has it carried out again. False: nothing was changed. */
  setAside(trx: Trx, choice: { readonly file: string; readonly aside: boolean; readonly at: Date }): Promise<boolean>
  /** The file is asked for again, and goes on from what the bureau says. Undefined: no such file stands. */
  release(bureau: string, key: string): Promise<ReleasedLine | undefined>
}

export type ReleasedLine = 'accepted' | 'waiting' | 'withdrawn' | 'stopped'

/** A file of a bureau's line as it is kept: one that we sent, or one that the bureau did. */
export interface KeptFile {
  readonly direction: FileDirection
  readonly id: string
  readonly bureau: string
  readonly fileName: string
  readonly hash: string
  /** Of the interface's version that it was written by. */
  readonly profile: string
  readonly state: KeptFileState
  /** Of what was sent. */
  readonly sequence: number | null
  readonly key: string | null
  /** The bureau's last answer to what was sent. */
  readonly code: number | null
  /** In words: of the bureau, or why it could not be processed. */
  readonly message: string | null
  /** When it was made, or taken. */
  readonly at: Date
  readonly changedAt: Date | null
}

export const fileDirections = ['sent', 'received'] as const
export type FileDirection = (typeof fileDirections)[number]

export const keptFileStates = [
  'prepared',
  'sending',
  'unknown',
  'accepted',
  'withdrawn',
  'stopped',
  'taken',
  'acknowledged',
  'processed',
  'unreadable',
] as const
export type KeptFileState = (typeof keptFileStates)[number]

export type FileContent =
  | {
      readonly is: 'read'
      /** What it is, in the words of the interface's model. */
      readonly kinds: readonly string[]
      readonly fields: readonly {
        /** Path of tags. */
        readonly at: string
        readonly words: Text | undefined
        readonly shown: 'plain' | 'personal' | 'file'
        readonly value: string
        readonly bytes?: number
      }[]
      /** Where the other side's rules could not read it. */
      readonly setAside: readonly { readonly at: string; readonly because: string }[]
    }
  /** Its keeping has ended; its key is not configured any more; it is no document. */
  | { readonly is: 'erased' | 'locked' | 'no-document' }

export interface BureauFiles {
  /** The newest first. */
  list(
    trx: Trx,
    ask: {
      readonly direction: FileDirection
      readonly bureau?: string | undefined
      readonly before?: string | undefined
      readonly limit: number
    },
  ): Promise<readonly KeptFile[]>
  find(trx: Trx, which: Pick<KeptFile, 'direction' | 'id'>): Promise<KeptFile | undefined>
  read(trx: Trx, which: Pick<KeptFile, 'direction' | 'id'>): Promise<FileContent>
}
