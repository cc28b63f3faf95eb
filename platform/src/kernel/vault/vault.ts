import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Clock } from '../clock/index.ts'
import type { Db, Trx } from '../database/index.ts'
import type { Random } from '../random.ts'
import { readBox, writeBox } from './box.ts'
import type { KeyService } from './key-service.ts'
import type { EndsBecause } from './tables.ts'

export interface SealFor {
  /** Why it is kept; opening under another purpose fails. */
  readonly purpose: string
  /** YYYY-MM-DD on which keeping it ends; absent: for the life of what it belongs to. */
  readonly until?: string
  /** Whose it is, and what of its purpose: told by the certificate of its deletion. */
  readonly account?: string
  readonly kind?: string
}

/** Sealed storage (AES-256-GCM, one key an item). What is sealed is encrypted before it reaches the database. */
export interface Vault {
  /** Seals and returns the item's id. */
  seal(trx: Trx, content: Buffer | string, purpose: SealFor): Promise<string>
  /** @throws when there is no such item under this purpose, or it was changed, or erased */
  open(trx: Trx | Db, id: string, purpose: string): Promise<Buffer>
  /** Moves the day on which keeping an item ends. */
  keepUntil(trx: Trx, id: string, until: string, because?: EndsBecause): Promise<void>
  /** Encrypts without storing: for columns that hold their own box. */
  box(content: string, purpose: string): Promise<Buffer>
  unbox(box: Buffer, purpose: string): Promise<string>
}

export function createVault({ keys, clock, random }: { keys: KeyService; clock: Clock; random: Random }): Vault {
  return {
    async seal(trx, content, { purpose, until, account, kind }) {
      const id = random.uuid()
      const dataKey = randomBytes(32)
      const { nonce, sealed } = encrypt(dataKey, content, `${purpose}:${id}`)
      const { masterKey, wrapped } = await keys.wrap(dataKey)
      await trx
        .insertInto('sealed_item')
        .values({
          id,
          purpose,
          keep_until: until ?? null,
          ...(account === undefined ? {} : { account }),
          ...(kind === undefined ? {} : { kind }),
          master_key: masterKey,
          wrapped_key: wrapped,
          nonce,
          box: sealed,
          sealed_at: clock.now(),
        })
        .execute()
      return id
    },

    async open(trx, id, purpose) {
      const item = await trx
        .selectFrom('sealed_item')
        .selectAll()
        .where('id', '=', id)
        .where('purpose', '=', purpose)
        .executeTakeFirst()
      if (!item) throw new Error('there is no such sealed item')
      if (item.erased_at) throw new Error('the sealed item was erased when its keeping ended')
      const dataKey = await keys.unwrap({ masterKey: item.master_key, wrapped: item.wrapped_key })
      return decrypt(dataKey, item.nonce, item.box, `${purpose}:${id}`)
    },

    async keepUntil(trx, id, until, because = 'kept-long-enough') {
      await trx
        .updateTable('sealed_item')
        .set({ keep_until: until, ends_because: because })
        .where('id', '=', id)
        .execute()
    },

    async box(content, purpose) {
      const dataKey = randomBytes(32)
      const { nonce, sealed } = encrypt(dataKey, content, purpose)
      const { masterKey, wrapped } = await keys.wrap(dataKey)
      return writeBox({ masterKey, wrapped, nonce, sealed })
    },

    async unbox(box, purpose) {
      const { nonce, sealed, ...key } = readBox(box)
      return decrypt(await keys.unwrap(key), nonce, sealed, purpose).toString('utf8')
    },
  }
}

function encrypt(key: Buffer, content: Buffer | string, bound: string): { nonce: Buffer; sealed: Buffer } {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  return { nonce, sealed: Buffer.concat([sealed, cipher.getAuthTag()]) }
}

function decrypt(key: Buffer, nonce: Buffer, box: Buffer, bound: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound))
  decipher.setAuthTag(box.subarray(-16))
  return Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()])
}
