import type { Principal } from './subject.ts'

/** What is filed: each has its own number. */
export const serviceKinds = ['website', 'app', 'mini-program', 'quick-app'] as const
export type ServiceKind = (typeof serviceKinds)[number]

/** Classes that need the approval of another authority first (前置审批), past and present. */
export const preApprovalTypes = [
  'news',
  'publishing',
  'drugs-and-devices',
  'culture',
  'radio-film-tv',
  'ride-hailing',
  'finance',
  'off-campus-training',
  'games',
  'education',
  'health-care',
  'bulletin-board',
] as const
export type PreApprovalType = (typeof preApprovalTypes)[number]

export interface PreApproval {
  readonly type: PreApprovalType
  readonly number: string
  /** Key of the sealed paper. */
  readonly file?: string
  /** YYYY-MM-DD, last day. */
  readonly endsOn?: string
}

/** What it is about (服务内容). */
export const contentTypes = [
  'portal',
  'personal-blog',
  'personal-space',
  'search',
  'web-application',
  'shop',
  'forum',
  'chat',
  'news',
  'navigation',
  'download',
  'audio-video',
  'games',
  'mail',
  'other',
] as const
export type ContentType = (typeof contentTypes)[number]

export const accessModes = ['cloud', 'dedicated-line', 'own-server', 'virtual-host', 'other'] as const
export type AccessMode = (typeof accessModes)[number]

/** Where it runs (接入). */
export interface Access {
  /** Product by its kind, see the rules of eligibility. */
  readonly product: string
  /** The server that the service number was given for. */
  readonly server?: string
  readonly ips: readonly string[]
  readonly mode: AccessMode
  /** Province of the machine room. */
  readonly place: string
}

/** What only an App, a mini-program or a quick app has. */
export interface AppFields {
  /** `android`, `ios`, `harmony`, or the party that runs a mini-program. */
  readonly platforms: readonly {
    readonly platform: string
    readonly name?: string
    /** Package or bundle id. */
    readonly packageId: string
    readonly publicKey?: string
    /** MD5 of the signing certificate (Android, HarmonyOS) or SHA-1 (iOS). */
    readonly fingerprint?: string
  }[]
  readonly iconBytes?: number
}

export interface Service {
  readonly kind: ServiceKind
  readonly name: string
  readonly domains: readonly string[]
  readonly homeUrl?: string
  readonly content: ContentType
  /** Languages of the service, such as `zh`. */
  readonly languages: readonly string[]
  readonly preApprovals: readonly PreApproval[]
  /** Absent where the subject's principal answers for it too. */
  readonly principal?: Principal
  readonly access: readonly Access[]
  readonly remark?: string
  readonly app?: AppFields
}
