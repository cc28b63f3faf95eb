import type { ReactNode } from 'react'
import { t } from '../../i18n/text.ts'
import { FieldRow } from './field-row.tsx'
import type { SuffixForm } from './patch-of-form.ts'
import { type Field, type FieldName, type GroupKey, valueAt } from './suffix-fields.ts'
import { type Typed, typedOf } from './typed-value.ts'

interface Props {
  group: { readonly key: GroupKey; readonly fields: readonly Field[] }
  record: object
  form: SuffixForm
  changed: readonly string[]
  wrong: readonly string[]
  open: boolean
  onToggle: (open: boolean) => void
  onType: (name: FieldName, typed: Typed) => void
  children?: ReactNode
}

/** A part of the form that folds away; it tells how much in it is changed. */
export function FormGroup({ group, record, form, changed, wrong, open, onToggle, onType, children }: Props) {
  const count = group.fields.filter(({ name }) => changed.includes(name)).length
  return (
    <details
      className="group"
      open={open}
      onToggle={(event) => event.currentTarget.open !== open && onToggle(event.currentTarget.open)}
    >
      <summary>
        <h3>{t(`operator.group.${group.key}`)}</h3>
        {count > 0 && <span className="small muted">{t('operator.changedCount', { count })}</span>}
      </summary>
      <div className="values-grid">
        {group.fields.map((field) => {
          const before = valueAt(record, field.name)
          const typed = form.typed[field.name]
          return (
            <FieldRow
              key={field.name}
              field={field}
              typed={typed === undefined ? typedOf(field, before) : typed}
              before={before}
              changed={changed.includes(field.name)}
              wrong={wrong.includes(field.name)}
              onType={(next) => onType(field.name, next)}
            />
          )
        })}
      </div>
      {children}
    </details>
  )
}
