import type { ReactNode } from 'react'
import { SelectField, TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'
import { showValue } from './show-value.ts'
import { absentKey, type Field, type Input, mayBeUnknown } from './suffix-fields.ts'
import type { Typed } from './typed-value.ts'

interface Props {
  field: Field
  typed: Typed
  /** The value without the change. */
  before: unknown
  changed: boolean
  wrong: boolean
  onType: (typed: Typed) => void
}

/** One value of a suffix; not to know it is a choice of its own, never an empty field. */
export function FieldRow({ field, typed, before, changed, wrong, onType }: Props) {
  const { name, input } = field
  const id = idOfField(name)
  const common = {
    id,
    label: t(`operator.field.${name}`),
    help: changed ? t('operator.now', { value: showValue(name, before) }) : undefined,
    error: wrong ? wrongText(field) : undefined,
  }
  return (
    <div className={changed ? 'value value--changed' : 'value'}>
      {input.as === 'yes-no' || input.as === 'choice' ? (
        <SelectField {...common} value={typed ?? ''} onChange={(event) => onType(event.target.value || null)}>
          {mayBeUnknown(name) && <option value="">{t('prices.unknown')}</option>}
          {choicesOf(input).map((value) => (
            <option key={value} value={value}>
              {input.as === 'yes-no' ? t(value === 'yes' ? 'yes' : 'no') : showValue(name, value)}
            </option>
          ))}
        </SelectField>
      ) : (
        <>
          <TextField
            {...common}
            {...attributesOf(input)}
            value={typed ?? ''}
            disabled={typed === null}
            placeholder={typed === null ? t(absentKey(name)) : undefined}
            onChange={(event) => onType(event.target.value)}
            autoComplete="off"
          />
          {mayBeUnknown(name) && (
            <Unknown
              name={common.label}
              word={t(absentKey(name))}
              on={typed === null}
              onChange={(on) => onType(on ? null : '')}
            />
          )}
        </>
      )}
    </div>
  )
}

function Unknown({
  name,
  word,
  on,
  onChange,
}: {
  name: string
  word: string
  on: boolean
  onChange: (on: boolean) => void
}): ReactNode {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>
        <span className="vh">
          {name}
          {t('colon')}
        </span>
        {word}
      </span>
    </label>
  )
}

/** Of the field in the page, so that a list of mistakes can lead to it. */
export const idOfField = (name: string) => `value-${name.replaceAll('.', '-')}`

function choicesOf(input: Input): readonly string[] {
  return input.as === 'choice' ? input.options : ['yes', 'no']
}

function attributesOf(input: Input) {
  if (input.as === 'yuan') return { inputMode: 'decimal' } as const
  if (input.as === 'count') return { inputMode: 'numeric' } as const
  if (input.as === 'day') return { type: 'date' } as const
  return input.as === 'text' && input.suggest ? { list: input.suggest } : {}
}

/** What would be right. */
export function wrongText({ name, input }: Field): string {
  const or = mayBeUnknown(name) ? t('operator.wrong.orUnknown') : ''
  if (input.as === 'count') return t('operator.wrong.count', { least: input.least, most: input.most }) + or
  if (input.as === 'words') return t('operator.wrong.words', { most: input.most, longest: input.longest })
  if (input.as === 'text') return t('operator.wrong.text', { most: input.most }) + or
  return t(input.as === 'yuan' ? 'operator.wrong.yuan' : 'operator.wrong.choice') + or
}
