import { sql } from 'kysely'
import { type Trx, together } from '../../../kernel/database/index.ts'
import type { ShopFront } from '../../../kernel/http/index.ts'

export interface Registration {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly ascii: string
  readonly key: string
  readonly suffix: string
  readonly registry: string
  readonly template: string
  readonly holderType: 'person' | 'organisation'
  readonly front: ShopFront['kind'] | null
  readonly registeredAt: Date
  readonly expiresAt: Date
  readonly roid: string | undefined
  readonly statuses: readonly string[]
  /** Sealed transfer authorisation. */
  readonly authInfo: Buffer
  /** When the verification codes went with the create; null where none did. */
  readonly codesSentAt: Date | null
}

/** Writes the row of a name that the registry has confirmed as ours. */
export function recordRegistration(trx: Trx, registration: Registration): Promise<void> {
  return write(trx, registration)
}

const write = together(async (trx, registrations: readonly Registration[]) => {
  const rows = registrations.map(({ roid, authInfo, ...registration }) => ({
    ...registration,
    roid: roid ?? null,
    authInfo: `\\x${authInfo.toString('hex')}`,
  }))
  await sql`
    insert into domain (id, account, name, ascii, variant_key, suffix, registry, roid, template, holder_type, front,
      registered_at, expires_at, statuses, auth_info, codes_sent_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
      id uuid, account uuid, name text, ascii text, key text, suffix text, registry text, roid text, template uuid, "holderType" text, front text,
      "registeredAt" timestamptz, "expiresAt" timestamptz, statuses text[], "authInfo" bytea, "codesSentAt" timestamptz)`.execute(
    trx,
  )
  return registrations.map(() => undefined)
})
