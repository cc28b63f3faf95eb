import type { Generated } from 'kysely'
import type { ProductKind } from './product-kinds.ts'

interface HosterTable {
  account: string
  name: string
  networks: string[]
  admitted_at: Date
}

interface HostingProductTable {
  id: string
  account: string
  stated_by: string | null
  external_id: string
  kind: ProductKind
  name: string
  region: 'mainland' | 'abroad'
  billing: 'prepaid' | 'pay-as-you-go' | null
  months: number | null
  fen: number | null
  public_ip: boolean | null
  ips: string[]
  place: string | null
  ends_on: string | null
  stated_at: Date
}

interface ServiceNumberTable {
  number: string
  product: string
  account: string
  applied_at: Date
  given_at: Generated<Date | null>
  reserved_by: Generated<string | null>
  used_by: Generated<string | null>
  used_at: Generated<Date | null>
}

interface HostingConsoleCodeTable {
  digest: Buffer
  product: string
  made_at: Date
  expires_at: Date
  used_at: Date | null
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    hoster: HosterTable
    hosting_product: HostingProductTable
    service_number: ServiceNumberTable
    hosting_console_code: HostingConsoleCodeTable
  }
}
