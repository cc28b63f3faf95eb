import { type FormEvent, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import type { Declared, Qualification } from '../../api/qualification.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { State } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { stillMissing } from '../verification/still-missing.ts'

interface Props {
  state: Qualification
  busy: boolean
  error: unknown
  onSubmit: (declared: Declared) => void
}

const fieldsOf = {
  trademark: ['number', 'owner', 'mark', 'class', 'endsOn'],
  organisation: ['organisation', 'document'],
  licence: ['licensee', 'document'],
  government: ['govClass', 'organisation', 'unit', 'document'],
} as const
type Field = (typeof fieldsOf)[keyof typeof fieldsOf][number]

/** What the papers say, as somebody copies it from them; the holder's name is there already. */
export function DeclaredForm({ state, busy, error, onSubmit }: Props) {
  const { kind, template, needed, papers, cases } = state
  const [values, setValues] = useState(() => firstValues(state))
  const [tried, setTried] = useState(false)
  const missing = stillMissing(needed, papers)
  const empty = fieldsOf[kind].filter((field) => values[field].trim() === '' || !fits(field, values[field]))
  const findings = error instanceof ApiProblem ? error.findings : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (empty.length > 0 || missing.length > 0) return
    onSubmit(declaredOf(kind, values))
  }
  const errorOf = (field: Field): string | undefined => {
    const found = findings.find((finding) => finding.field === `declared.${field}` && finding.severity === 'refuse')
    if (found) return `${sentence(found.message)}${t('stop')}${sentence(found.remedy)}`
    return tried && empty.includes(field) ? t(`qualification.need.${field}`) : undefined
  }
  return (
    <form className="stack" onSubmit={submit} noValidate aria-label={t('qualification.says')}>
      <h3>{t('qualification.says')}</h3>
      {fieldsOf[kind].map((field) =>
        field === 'govClass' ? (
          <SelectField
            key={field}
            id={`declared-${field}`}
            label={t('qualification.govClass')}
            value={values.govClass}
            error={errorOf(field)}
            onChange={(event) => setValues({ ...values, govClass: event.target.value })}
          >
            <option value="">{t('qualification.chooseClass')}</option>
            {govClasses.map((one) => (
              <option key={one} value={one}>
                {t(`qualification.govClass.${one}`)}
              </option>
            ))}
          </SelectField>
        ) : (
          <TextField
            key={field}
            id={`declared-${field}`}
            label={t(`qualification.${field}`)}
            help={helpOf(field)}
            type={field === 'endsOn' ? 'date' : 'text'}
            inputMode={field === 'class' ? 'numeric' : undefined}
            maxLength={100}
            value={values[field]}
            error={errorOf(field)}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
          />
        ),
      )}
      <div className="acts">
        <Button type="submit" look="main" disabled={busy} greyBecause={missing.length > 0 ? 'declared-why' : undefined}>
          {busy ? t('signIn.busy') : t(cases.length > 0 ? 'qualification.again' : 'qualification.submit')}
        </Button>
        <span className="small soft" id="declared-why">
          {missing[0] ? (
            <State shape="you">{t('identity.missing', { paper: t(`identity.kind.${missing[0]}`) })}</State>
          ) : (
            t('identity.submitWhy')
          )}
        </span>
      </div>
      {error !== null && template && <Failure error={error} />}
    </form>
  )
}

const govClasses = [1, 2, 3] as const

function helpOf(field: Field): string | undefined {
  if (field === 'owner' || field === 'organisation') return t('qualification.asHolder')
  return field === 'unit' ? t('qualification.unitHelp') : undefined
}

function declaredOf(kind: Declared['kind'], values: Record<Field, string>): Declared {
  const { number, owner, mark, endsOn, organisation, document, licensee, unit } = values
  if (kind === 'trademark') return { kind, number, owner, mark, class: Number(values.class), endsOn }
  if (kind === 'licence') return { kind, licensee, document }
  if (kind === 'organisation') return { kind, organisation, document }
  const govClass = govClasses.find((one) => String(one) === values.govClass) ?? 3
  return { kind, govClass, organisation, unit, document }
}

function fits(field: Field, value: string): boolean {
  if (field === 'class') return /^\d{1,2}$/.test(value) && Number(value) >= 1 && Number(value) <= 45
  return field !== 'endsOn' || /^\d{4}-\d\d-\d\d$/.test(value)
}

/** What was handed in last time, else what the platform knows: nobody types a name twice. */
function firstValues({ cases, kind, template, name }: Qualification): Record<Field, string> {
  const last = cases[0]?.declared
  const holder = template?.name.zh || template?.name.en || ''
  const [label = ''] = name.split('.')
  const none = {
    number: '',
    owner: holder,
    mark: label,
    class: '',
    endsOn: '',
    organisation: holder,
    document: '',
    licensee: holder,
    govClass: '',
    unit: '',
  }
  if (!last || last.kind !== kind) return none
  const { kind: _, ...said } = last
  return { ...none, ...Object.fromEntries(Object.entries(said).map(([field, value]) => [field, String(value)])) }
}
