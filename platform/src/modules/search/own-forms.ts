import { z } from 'zod'
import type { Db } from '../../kernel/database/index.ts'
import { formBeside, type RegisteredForm, registeredForms } from '../domains/index.ts'
import type { Appraisal } from '../list/index.ts'

/** The form of a name in which it is registered, where that is another one than was asked about (S1-30). */
export const otherFormSchema = z.object({
  name: z.string(),
  ascii: z.string(),
  /** What the form asked about is beside it: its holder may have it as well (`allocatable…`), or nobody may. */
  disposition: z.enum([
    'original',
    'allocatable-simplified',
    'allocatable-traditional',
    'allocatable',
    'blocked',
    'invalid',
    'different',
  ]),
})
export type OtherForm = Readonly<z.output<typeof otherFormSchema>>

/** Which of the names are other forms of names that the account has; by A-label. */
export async function ownForms(
  db: Db,
  account: string | undefined,
  appraisals: readonly Appraisal[],
): Promise<ReadonlyMap<string, OtherForm>> {
  const good = appraisals.filter((appraisal) => appraisal.ok)
  if (account === undefined) return new Map()
  const forms = await registeredForms(db, { account, keys: good.map(({ key }) => key) })
  return new Map(
    good.flatMap((asked) => {
      const form = forms.get(asked.key)
      return form && form.ascii !== asked.ascii ? [[asked.ascii, otherForm(form, asked)] as const] : []
    }),
  )
}

export function otherForm(form: RegisteredForm, { name, suffix }: { name: string; suffix: string }): OtherForm {
  const label = name.slice(0, -suffix.length - 1)
  return { name: form.name, ascii: form.ascii, disposition: formBeside(form, label) }
}
