import type { OtherForm } from '../../api/types.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** 简繁体等效: the name asked about is one of the reader's own, written otherwise. */
export function OwnForm({ form }: { form: OtherForm }) {
  return (
    <p className="why2">
      {t('search.form.yours')}
      <Link className="sx" to="/domains/$name" params={{ name: form.name }}>
        {form.name}
      </Link>
      {beside(form)}
    </p>
  )
}

/** Somebody has it in another form: which one. */
export function TakenForm({ form }: { form: OtherForm }) {
  return (
    <p className="why2">
      {t('search.form.taken')}
      <span className="sx">{form.name}</span>
      {beside(form)}
    </p>
  )
}

function beside({ disposition }: OtherForm): string {
  if (disposition === 'allocatable-simplified') return t('search.form.simplified')
  if (disposition === 'allocatable-traditional') return t('search.form.traditional')
  return t(disposition === 'blocked' ? 'search.form.blocked' : 'search.form.other')
}
