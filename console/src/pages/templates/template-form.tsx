import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, type FieldErrors, useForm } from 'react-hook-form'
import { post } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { certificatesQuery } from '../../api/queries.ts'
import type { HolderType, Template } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { Summary } from '../../design/summary.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'
import { pick, sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { PlaceFields } from './place-fields.tsx'
import { type TemplateForm as Form, templateShape } from './template-shape.ts'
import { templateToApi } from './template-to-api.ts'

interface Props {
  holderType: HolderType
  onDone: (template: Template) => Promise<void> | void
  onCancel: () => void
}

type Field = Exclude<keyof Form, 'holderType' | 'isDefault'>

/** The field of the API for each finding, and the field of this form that mends it. */
const homes: Record<string, Field> = {
  name: 'nameZh',
  'name.zh': 'nameZh',
  'name.en': 'nameEn',
  'contact.zh': 'contactZh',
  'contact.en': 'contactEn',
  region: 'region',
  province: 'province',
  'province.zh': 'province',
  'city.zh': 'city',
  street: 'streetZh',
  contact: 'contactZh',
  city: 'city',
  'street.zh': 'streetZh',
  'street.en': 'streetEn',
  postcode: 'postcode',
  phone: 'phone',
  email: 'email',
  'certificate.kind': 'kind',
  'certificate.number': 'number',
  certificate: 'number',
}

export function TemplateForm({ holderType, onDone, onCancel }: Props) {
  const { register, handleSubmit, control, watch, setValue, formState } = useForm<Form>({
    resolver: zodResolver(templateShape),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      holderType,
      nameZh: '',
      nameEn: '',
      contactZh: '',
      contactEn: '',
      region: 'CN',
      province: '',
      city: '',
      streetZh: '',
      streetEn: '',
      postcode: '',
      phone: '',
      email: '',
      kind: holderType === 'person' ? 'cn-resident-id' : 'unified-code-certificate',
      number: '',
      isDefault: false,
    },
  })
  const [refusal, setRefusal] = useState<unknown>(null)
  const person = watch('holderType') === 'person'
  const { data: certificates } = useQuery(certificatesQuery)
  const kinds = certificates?.kinds.filter((each) => each.holderType === (person ? 'person' : 'organisation')) ?? []
  const refused = refusal instanceof ApiProblem ? refusal.findings.filter((finding) => homes[finding.field]) : []
  const wrong = (field: Field) =>
    errorOf(formState.errors, field) ??
    refused
      .filter((finding) => homes[finding.field] === field)
      .map((finding) => `${sentence(finding.message)}${t('comma')}${sentence(finding.remedy)}`)[0]
  const field = (name: Field, help?: TextKey) => ({
    id: name,
    label: label(name, person),
    error: wrong(name),
    ...(help ? { help: t(help) } : {}),
    ...register(name),
  })
  const errors = (Object.keys(formState.errors) as Field[]).map((name) => ({
    field: name,
    text: errorOf(formState.errors, name) ?? '',
  }))
  const send = handleSubmit(async (form) => {
    setRefusal(null)
    try {
      await onDone(await post<Template>('templates', templateToApi(form)))
    } catch (problem) {
      setRefusal(problem)
    }
  })
  return (
    <form onSubmit={send} noValidate className="stack">
      <Summary errors={formState.submitCount > 0 ? errors : []} token={formState.submitCount} />
      {refusal !== null && <Failure error={refusal} />}
      <Controller
        control={control}
        name="holderType"
        render={({ field: { value, onChange } }) => (
          <Segmented
            label={t('confirm.holderType')}
            value={value}
            onChange={(next) => {
              onChange(next)
              // A certificate of the other kind of holder would be refused.
              setValue('kind', next === 'person' ? 'cn-resident-id' : 'unified-code-certificate')
            }}
            options={[
              { value: 'person', text: t('holder.type.person') },
              { value: 'organisation', text: t('holder.type.organisation') },
            ]}
          />
        )}
      />
      <div className="field-row">
        <TextField {...field('nameZh', 'template.nameZhHelp')} />
        <TextField {...field('nameEn', 'template.nameEnHelp')} optional={t('optional')} autoCapitalize="words" />
      </div>
      {!person && (
        <div className="field-row">
          <TextField {...field('contactZh')} optional={t('optional')} />
          <TextField {...field('contactEn')} optional={t('optional')} />
        </div>
      )}
      <div className="field-row">
        <SelectField key={kinds.length} {...field('kind')}>
          {kinds.map(({ kind, title }) => (
            <option key={kind} value={kind}>
              {pick(title)}
            </option>
          ))}
        </SelectField>
        <TextField
          {...field('number', 'template.numberHelp')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </div>
      <PlaceFields field={field} region={watch('region')} province={watch('province')} />
      <TextField {...field('streetZh', 'template.streetZhHelp')} autoComplete="street-address" />
      <TextField {...field('streetEn', 'template.streetEnHelp')} optional={t('optional')} />
      <div className="field-row">
        <TextField {...field('postcode')} inputMode="numeric" autoComplete="postal-code" />
        <TextField {...field('phone', 'template.phoneHelp')} type="tel" inputMode="tel" autoComplete="tel" />
      </div>
      <TextField {...field('email', 'template.emailHelp')} type="email" autoComplete="email" />
      <label className="tick">
        <input type="checkbox" {...register('isDefault')} />
        <span>{t('template.makeDefault')}</span>
      </label>
      <p className="small soft">{t('template.truth')}</p>
      <div className="acts">
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button look="ink" type="submit" disabled={formState.isSubmitting}>
          {t(formState.isSubmitting ? 'signIn.busy' : 'template.save')}
        </Button>
      </div>
    </form>
  )
}

function label(name: Field, person: boolean): string {
  if (name === 'nameZh') return t(person ? 'template.personZh' : 'template.nameZh')
  if (name === 'nameEn') return t(person ? 'template.personEn' : 'template.nameEn')
  return t(`template.${name}`)
}

function errorOf(errors: FieldErrors<Form>, name: Field): string | undefined {
  return errors[name] ? t(`template.wrong.${name}`) : undefined
}
