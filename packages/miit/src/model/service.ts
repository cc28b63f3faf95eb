import type { Access } from './access.ts'
import type { Domain } from './domain.ts'
import type { Ids } from './id.ts'
import type { Person } from './person.ts'

/** What is filed: a website, or one of its younger relatives. */
export type Service = Website | App | MiniProgram | QuickApp

export interface ServiceBase extends Ids {
  readonly names: readonly string[]
  /** 服务内容 */
  readonly contents?: readonly number[]
  /** 语言 */
  readonly languages?: readonly number[]
  readonly preApprovals?: readonly PreApproval[]
  readonly domains: readonly Domain[]
  readonly accesses: readonly Access[]
  readonly principal: Person
  readonly remark?: string
}

export interface Website extends ServiceBase {
  readonly kind: 'website'
  readonly homeUrl?: string
}

export interface App extends ServiceBase {
  readonly kind: 'app'
  readonly platforms: readonly AppPlatform[]
  readonly icon?: Uint8Array
}

export interface AppPlatform {
  readonly system: 'android' | 'ios' | 'harmony'
  /** Package name, or bundle id. */
  readonly packageId: string
  readonly publicKey: string
  /** MD5 of the certificate on Android, SHA-1 on iOS. */
  readonly certificateDigest: string
}

export interface MiniProgram extends ServiceBase {
  readonly kind: 'mini-program'
  readonly host: string
  readonly appId: string
}

export interface QuickApp extends ServiceBase {
  readonly kind: 'quick-app'
  readonly packageId: string
}

/** 前置审批: an approval that some contents need before they may be filed. */
export interface PreApproval {
  readonly content: number
  readonly number: string
  /** Pictures of it, JPEG. */
  readonly scans: readonly Uint8Array[]
}
