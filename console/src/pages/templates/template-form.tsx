import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { post, put } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { Finding, HolderType, Template } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { Summary } from '../../design/summary.tsx'
import { locale, sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import type { FieldOf } from './field-of.ts'
import { isForeign, usualKind } from './kinds.ts'
import { PaperFields } from './paper-fields.tsx'
import { PlaceFields, RegionField } from './place-fields.tsx'
import { english, type TemplateForm as Form, homes, type TemplateField, templateShape } from './template-shape.ts'
import { partsOf, templateToApi } from './template-to-api.ts'
import { empty, formOf, ownEnglish } from './template-values.ts'
import { useHolderCheck } from './use-holder-check.ts'
import { useLeftFields } from './use-left-fields.ts'

interface Props {
  /** The one to correct; absent for a new one. Type and name of its holder stay. */
  template?: Template
  holderType: HolderType
  onDone: (template: Template) => Promise<void> | void
  onCancel: () => void
}

export function TemplateForm({ template, holderType, onDone, onCancel }: Props) {
  const { register, handleSubmit, watch, setValue, formState } = useForm<Form>({
    resolver: zodResolver(templateShape(template?.certificate.kind)),
    shouldFocusError: false,
    defaultValues: template ? formOf(template) : { ...empty, holderType, kind: usualKind(holderType, 'CN') },
  })
  const { dirtyFields, submitCount } = formState
  const { left, leave } = useLeftFields()
  const form = watch()
  const person = form.holderType === 'person'
  const abroad = form.region !== 'CN'
  const foreign = isForeign(form.region)
  const own = ownEnglish(dirtyFields, template !== undefined)
  const parts = partsOf(form, own)
  const check = useHolderCheck(parts)
  const [refusal, setRefusal] = useState<{ problem: unknown; of: string } | null>(null)
  const problem = refusal?.of === JSON.stringify(parts) ? refusal.problem : null
  const findings = problem instanceof ApiProblem ? problem.findings : check.findings

  // English is filled in as the Chinese is typed, and left alone once somebody has written their own.
  useEffect(() => {
    for (const [part, field] of Object.entries(english))
      if (!ownEnglish(dirtyFields, template !== undefined)[field])
        setValue(field, check.english[part as keyof typeof english] ?? '')
  }, [check.english, dirtyFields, template, setValue])

  const chooseKind = (kind: string) => {
    setValue('kind', kind)
    // Days are those of one paper.
    setValue('issuedOn', '')
    setValue('endsOn', '')
  }
  const choose = (changed: Partial<Pick<Form, 'holderType' | 'region'>>) => {
    const next = { holderType: form.holderType, region: form.region, ...changed }
    setValue('holderType', next.holderType)
    setValue('region', next.region)
    // A paper of another kind of holder, or from elsewhere, would be refused.
    chooseKind(usualKind(next.holderType, next.region))
  }
  const chooseRegion: ReturnType<FieldOf>['onChange'] = async ({ target }) => choose({ region: target.value })
  const seen = (name: TemplateField): boolean => {
    // English that was filled in is seen to when its Chinese is.
    const beside = [name, name.replace(/En$/, 'Zh'), name.replace(/En$/, '')] as TemplateField[]
    return submitCount > 0 || beside.some((each) => left.has(each))
  }
  const wrong = (name: TemplateField) => (formState.errors[name] ? t(`template.wrong.${name}`) : undefined)
  const chosen = (name: TemplateField) => name === 'region' || name === 'kind'
  const found = (name: TemplateField, refuses: boolean) =>
    findings
      .filter(({ field, severity }) => homes[field] === name && (severity === 'refuse') === refuses)
      .map(said)
      .find(() => chosen(name) || seen(name))
  const field: FieldOf = (name, help) => {
    const registered = register(name)
    const error = wrong(name) ?? found(name, true)
    const advice = error ? undefined : found(name, false)
    return {
      id: name,
      label: label(name, { person, abroad, foreign }),
      error,
      ...(advice ? { help: <span className="st st--you advice">{advice}</span> } : help ? { help: t(help) } : {}),
      ...registered,
      onBlur: (event) => {
        leave(name)
        return registered.onBlur(event)
      },
    }
  }
  const errors = Object.keys(empty).flatMap((name) => {
    const text = name === 'isDefault' ? undefined : (wrong(name as TemplateField) ?? found(name as TemplateField, true))
    return text ? [{ field: name, text }] : []
  })
  const send = handleSubmit(async (values) => {
    setRefusal(null)
    try {
      const body = templateToApi(values, own)
      await onDone(
        await (template ? put<Template>(`templates/${template.id}`, body) : post<Template>('templates', body)),
      )
    } catch (refused) {
      setRefusal({ problem: refused, of: JSON.stringify(parts) })
    }
  })
  return (
    <form onSubmit={send} noValidate className="stack">
      <Summary errors={formState.submitCount > 0 ? errors : []} token={formState.submitCount} />
      {problem !== null && <Failure error={problem} />}
      {!template && (
        <Segmented
          label={t('confirm.holderType')}
          value={form.holderType}
          onChange={(next) => choose({ holderType: next })}
          options={[
            { value: 'person', text: t('holder.type.person') },
            { value: 'organisation', text: t('holder.type.organisation') },
          ]}
        />
      )}
      <RegionField field={(name, help) => ({ ...field(name, help), onChange: chooseRegion })} />
      <div className="field-row">
        <TextField
          {...field('nameZh', foreign ? 'template.nameAbroadHelp' : 'template.nameZhHelp')}
          readOnly={template !== undefined}
        />
        <TextField {...field('nameEn', 'template.nameEnHelp')} optional={t('optional')} autoCapitalize="words" />
      </div>
      {!person && (
        <div className="field-row">
          <TextField {...field('contactZh')} optional={t('optional')} />
          <TextField {...field('contactEn')} optional={t('optional')} />
        </div>
      )}
      <PaperFields
        field={field}
        holderType={form.holderType}
        region={form.region}
        kind={form.kind}
        kept={template?.certificate}
        onKind={chooseKind}
      />
      {!person && <TextField {...field('representative', 'template.representativeHelp')} optional={t('optional')} />}
      <PlaceFields field={field} region={form.region} province={form.province} />
      <TextField {...field('streetZh', foreign ? undefined : 'template.streetZhHelp')} autoComplete="street-address" />
      <TextField {...field('streetEn', 'template.streetEnHelp')} optional={t('optional')} />
      <div className="field-row">
        <TextField
          {...field('postcode')}
          {...(abroad ? { optional: t('optional') } : { inputMode: 'numeric' })}
          autoComplete="postal-code"
        />
        <TextField
          {...field('phone', abroad ? 'template.phoneAbroadHelp' : 'template.phoneHelp')}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
        />
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
          {t(formState.isSubmitting ? 'signIn.busy' : template ? 'template.correct' : 'template.save')}
        </Button>
      </div>
    </form>
  )
}

interface Holder {
  person: boolean
  abroad: boolean
  foreign: boolean
}

function label(name: TemplateField, { person, abroad, foreign }: Holder): string {
  if (name === 'nameZh' && foreign) return t('template.nameAbroad')
  if (name === 'nameZh') return t(person ? 'template.personZh' : 'template.nameZh')
  if (name === 'nameEn') return t(person ? 'template.personEn' : 'template.nameEn')
  if (name === 'province' && abroad) return t('template.provinceAbroad')
  if (name === 'streetZh' && foreign) return t('template.streetAbroad')
  return t(`template.${name}`)
}

const said = ({ message, remedy }: Finding) =>
  `${sentence(message)}${t('stop')}${locale() === 'zh' ? '' : ' '}${sentence(remedy)}`
