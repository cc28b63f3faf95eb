import { record } from '../../../kernel/audit/index.ts'
import type { Context } from '../../../kernel/context.ts'
import type { OperatorActor } from '../../../kernel/http/index.ts'
import { isOfAccount } from '../../verification/index.ts'
import { FileNotFound, FileOfOwnOrder } from '../errors.ts'
import type { BureauFiles, FileContent, KeptFile } from '../ports.ts'

/** How many values one answer has; a file of a thousand records has tens of thousands. */
const valuesAtOnce = 2_000

interface Ask extends Pick<KeptFile, 'direction' | 'id'> {
  /** At which value to begin. */
  readonly from: number
  /** Whether what may be about a person is shown too. */
  readonly open: boolean
}

/**
 * One kept file, decoded. Whoever looks is on record, and what may be about a person stays hidden unless it is opened,
 * which is on record as such. @throws FileNotFound, FileOfOwnOrder
 */
export async function showFile(
  ask: Ask,
  { trx, clock, actor }: Pick<Context, 'trx' | 'clock'> & { actor: OperatorActor },
  files: BureauFiles,
): Promise<{ file: KeptFile; content: FileContent; total: number }> {
  const file = await files.find(trx, ask)
  if (!file) throw FileNotFound()
  if (ask.open && (await isOfOwnOrder(file, { trx, actor }))) throw FileOfOwnOrder()
  await record(
    {
      action: ask.open ? 'filing.file-opened' : 'filing.file-shown',
      subject: `${file.direction}/${file.id}`,
      detail: { bureau: file.bureau, file: file.fileName, ...(ask.from > 0 && { from: ask.from }) },
    },
    { trx, clock, actor },
  )
  const content = await files.read(trx, file)
  if (content.is !== 'read') return { file, content, total: 0 }
  const fields = content.fields
    .slice(ask.from, ask.from + valuesAtOnce)
    .map((field) => (ask.open || field.shown !== 'personal' ? field : { ...field, value: hiddenValue(field.value) }))
  return { file, content: { ...content, fields }, total: content.fields.length }
}

const hiddenValue = (value: string): string => '*'.repeat(Math.min(value.length, 8))

async function isOfOwnOrder({ key }: KeptFile, { trx, actor }: { trx: Context['trx']; actor: OperatorActor }) {
  const order = await trx
    .selectFrom('filing_order')
    .select('account')
    .where('number', '=', orderOf(key) ?? '')
    .executeTakeFirst()
  return order !== undefined && isOfAccount(trx, actor, order.account)
}

/** The order that a file was sent for: `BA-…/2` is its second attempt. */
export function orderOf(key: string | null): string | null {
  return /^(BA-[\w-]+)\/\d+$/.exec(key ?? '')?.[1] ?? null
}
