import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface WorldRegistry {
  readonly id: string
  readonly host: string
  readonly port: number
  /** Unicode, without the leading dot. */
  readonly suffixes: readonly string[]
  readonly clientId: string
  readonly password: string
  /** Paths of PEM files. */
  readonly tls: { readonly ca: string; readonly cert: string; readonly key: string }
  readonly svID: string
  readonly maxConnections: number
  readonly objects: readonly string[]
  readonly extensions: readonly string[]
  /** A second registrar, for transfers. */
  readonly rival: {
    readonly clientId: string
    readonly password: string
    readonly tls: { readonly ca: string; readonly cert: string; readonly key: string }
  }
}

export interface WorldBureau {
  /** `ministry`, or the code of a province (GB/T 2260). */
  readonly id: string
  readonly name: string
  readonly baseUrl: string
  readonly ispId: string
  readonly userName: string
  readonly password: string
  readonly aes: { readonly key: string; readonly iv: string }
}

/** Where everything is and how to get in: what a platform's configuration is made of. */
export interface World {
  readonly registries: readonly WorldRegistry[]
  readonly payment: {
    readonly alipay: {
      readonly gateway: string
      readonly appId: string
      readonly merchantPrivateKey: string
      readonly alipayPublicKey: string
    }
  }
  readonly mail: { readonly host: string; readonly port: number }
  readonly sms: { readonly endpoint: string; readonly accessKey: string; readonly secret: string }
  readonly http: { readonly origin: string }
  /** Who tells the time of this world, and where a person turns it. */
  readonly clock: { readonly address: string; readonly page: string }
  /** The ministry and the bureaus of the provinces (通信管理局), by the enterprise interface V3.0. */
  readonly bureaus: readonly WorldBureau[]
  /** Customers' sites: the DNS that knows them, the HTTP proxy that leads to them, and the networks of their addresses. */
  readonly sites: { readonly resolver: string; readonly proxy: string; readonly networks: readonly string[] }
  /** A provider of verification codes, reached by EPP (nv-1.0). */
  readonly verification: {
    readonly host: string
    readonly port: number
    readonly clientId: string
    readonly password: string
    /** Paths of PEM files. */
    readonly tls: { readonly ca: string; readonly cert: string; readonly key: string }
    readonly svID: string
    /** PEM texts of those whose signature under a code counts. */
    readonly trustedCertificates: readonly string[]
  }
}

/** Writes `world.json`, readable by its owner only, in one step. */
export function writeWorld(data: string, world: World): void {
  const file = join(data, 'world.json')
  writeFileSync(`${file}.new`, `${JSON.stringify(world, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
