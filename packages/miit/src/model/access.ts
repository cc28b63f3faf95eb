import type { Id } from './id.ts'

/** 接入: where and how a provider carries a service. */
export interface Access {
  readonly id?: Id
  readonly bureauId?: Id
  /** Who gives the access; only told in what a bureau publishes. */
  readonly providerId?: Id
  /** 分布地点 of the servers. */
  readonly places: readonly number[]
  /** 接入方式 */
  readonly modes: readonly number[]
  readonly addresses: readonly IpRange[]
  /** Only told in checks (核实). */
  readonly filedBy?: 'subject' | 'provider'
}

/** Both ends included, in the usual text form. */
export interface IpRange {
  readonly id?: Id
  readonly bureauId?: Id
  readonly first: string
  readonly last: string
}
