import type { Trx } from '../../../kernel/database/index.ts'
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
export async function recordRegistration(trx: Trx, registration: Registration): Promise<void> {
  await trx
    .insertInto('domain')
    .values({
      id: registration.id,
      account: registration.account,
      name: registration.name,
      ascii: registration.ascii,
      variant_key: registration.key,
      suffix: registration.suffix,
      registry: registration.registry,
      roid: registration.roid ?? null,
      template: registration.template,
      holder_type: registration.holderType,
      front: registration.front,
      registered_at: registration.registeredAt,
      expires_at: registration.expiresAt,
      statuses: [...registration.statuses],
      auth_info: registration.authInfo,
      codes_sent_at: registration.codesSentAt,
      released_at: null,
    })
    .execute()
}
