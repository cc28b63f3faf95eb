import { type Disposition, dispositionOf, knownTables } from '@yuming/names'
import { cite, type Finding } from '@yuming/rules'
import { sql } from 'kysely'
import type { Db, Trx } from '../../kernel/database/index.ts'

/** The form in which a name is registered through this platform: itself, or another one of the same name (S1-30). */
export interface RegisteredForm {
  readonly name: string
  readonly ascii: string
  readonly suffix: string
  readonly account: string
}

/** Live names of this platform by their keys (`nameKey`); of one account where one is given. */
export async function registeredForms(
  trx: Db | Trx,
  { keys, account }: { keys: readonly string[]; account?: string },
): Promise<ReadonlyMap<string, RegisteredForm>> {
  if (keys.length === 0) return new Map()
  const query = trx
    .selectFrom('domain')
    .select(['variant_key', 'name', 'ascii', 'suffix', 'account'])
    .where('released_at', 'is', null)
    .where('variant_key', '=', sql<string>`any(${[...new Set(keys)]}::text[])`)
  const rows = await (account === undefined ? query : query.where('account', '=', account)).execute()
  return new Map(rows.map(({ variant_key: key, ...form }) => [key, form]))
}

/** What `label` is beside the registered form: its holder may have it as well, or nobody may. */
export function formBeside({ name, suffix }: RegisteredForm, label: string): Disposition {
  return dispositionOf(
    name.slice(0, -suffix.length - 1),
    label,
    (knownTables.ownOf(suffix) ?? knownTables.common()).table,
  )
}

/** A name cannot be bought that is registered here already, in this form or another one. */
export function alreadyRegistered(
  { name, ascii, label, account }: { name: string; ascii: string; label: string; account: string },
  form: RegisteredForm,
): Finding {
  const yours = form.account === account
  const beside = formBeside(form, label)
  const allocatable = yours && beside.startsWith('allocatable')
  return {
    rule: 'NAME-HELD-01',
    severity: 'refuse',
    field: 'name',
    message:
      form.ascii === ascii
        ? yours
          ? { zh: `${name}已经是你的`, en: `${name} is yours already` }
          : { zh: `${name}已被注册`, en: `${name} is registered already` }
        : yours
          ? {
              zh: `${name}和你的${form.name}简繁体等效，是同一个名字`,
              en: `${name} and ${form.name}, which is yours, are one name: simplified and traditional forms count as the same`,
            }
          : {
              zh: `${name}和已注册的${form.name}简繁体等效，是同一个名字`,
              en: `${name} and ${form.name}, which is registered, are one name: simplified and traditional forms count as the same`,
            },
    remedy:
      form.ascii === ascii && yours
        ? { zh: '在“我的域名”里管理和续费', en: 'Manage and renew it under “My domains”' }
        : allocatable
          ? {
              zh: '不用再买；要启用这个写法，向注册局申请',
              en: 'No need to buy it: the registry may activate this form for you',
            }
          : { zh: '换一个名字或后缀', en: 'Choose another name or suffix' },
    source: cite('域名注册（文档版本20210119）', '2.1 简繁体等效', { date: '2021-01-19' }),
    from: '2021-01-19',
  }
}
