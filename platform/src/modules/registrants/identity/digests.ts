import { createHmac } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import type { Vault } from '../../../kernel/vault/index.ts'

const purpose = 'registrant.identity-digest'

export interface Triple {
  readonly name: string
  /** Id of the kind of paper. */
  readonly kind: string
  readonly number: string
}

export interface Digests {
  readonly name_digest: Buffer
  readonly number_digest: Buffer
}

/**
 * Finds equal names and numbers without keeping them readable: HMAC-SHA-256 under a key that the vault seals. A plain
 * digest would not do: all numbers of persons can be tried in minutes.
 */
export async function digester(
  vault: Vault,
  { trx, random }: Pick<Context, 'trx' | 'random'>,
): Promise<(triple: Triple) => Digests> {
  const key = await vault.open(trx, await keyItem(vault, { trx, random }), purpose)
  const digest = (part: string, text: string) => createHmac('sha256', key).update(`${part}\0`).update(text).digest()
  return ({ name, kind, number }) => ({
    name_digest: digest('name', name),
    number_digest: digest(`number\0${kind}`, number),
  })
}

/** The digests by which a person is found again, of somebody who has no record. */
export async function identityDigests(
  vault: Vault,
  triple: Triple,
  context: Pick<Context, 'trx' | 'random'>,
): Promise<Digests> {
  return (await digester(vault, context))(triple)
}

/** Of two who make the first key at once, the later one waits for the earlier and takes its key. */
async function keyItem(vault: Vault, { trx, random }: Pick<Context, 'trx' | 'random'>): Promise<string> {
  const known = () => trx.selectFrom('identity_digest_key').select('item').executeTakeFirst()
  const found = await known()
  if (found) return found.item
  const item = await vault.seal(trx, random.bytes(32), { purpose })
  const made = await trx
    .insertInto('identity_digest_key')
    .values({ item })
    .onConflict((conflict) => conflict.doNothing())
    .returning('item')
    .executeTakeFirst()
  if (made) return made.item
  await trx.deleteFrom('sealed_item').where('id', '=', item).execute()
  const theirs = await known()
  if (!theirs) throw new Error('the key of identity digests is gone')
  return theirs.item
}
