import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { get, post } from '../../api/client.ts'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { Skeleton } from '../../design/skeleton.tsx'
import { Summary } from '../../design/summary.tsx'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { allSuffixesQuery, type CatalogChange, type CatalogChanges, suffixOnQuery } from './catalog-queries.ts'
import { idOfField, wrongText } from './field-row.tsx'
import { FormGroup } from './form-group.tsx'
import { formOfPatch } from './form-of-patch.ts'
import { FormPanel } from './form-panel.tsx'
import { patchOfForm, type SuffixForm } from './patch-of-form.ts'
import { type Tier, typedTiers } from './premium-tiers.ts'
import { type FieldName, fieldGroups, fields, type GroupKey, valueAt } from './suffix-fields.ts'
import { TierFields } from './tier-fields.tsx'
import type { Typed } from './typed-value.ts'

interface Wrong {
  field: string
  text: string
}

interface Props {
  suffix: string
  today: string
  /** A draft that this one takes the place of. */
  instead: CatalogChange | undefined
}

/** A change of a suffix, over its values as they are on the first day of the change. */
export function ChangeForm({ suffix, today, instead }: Props) {
  const cache = useQueryClient()
  const [from, setFrom] = useState(instead && instead.from > today ? instead.from : today)
  const [until, setUntil] = useState(instead?.until ?? '')
  const [note, setNote] = useState(instead?.note ?? '')
  const [form, setForm] = useState<SuffixForm>(instead ? formOfPatch(instead.patch) : { typed: {} })
  const [open, setOpen] = useState<readonly GroupKey[]>(() =>
    groupsWith(['priceFen.register', ...Object.keys(form.typed)]),
  )
  const [tried, setTried] = useState(0)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const first = /^\d{4}-\d{2}-\d{2}$/.test(from) && from >= today ? from : today
  // What was typed stays while the values of another first day are on their way.
  const base = useQuery({ ...suffixOnQuery(suffix, first), placeholderData: (before) => before })
  const catalog = useQuery(allSuffixesQuery)
  if (base.isPending) return <Skeleton rows={8} />
  if (base.isError) return <Failure error={base.error} again={() => base.refetch()} />
  const { patch, changed, wrong } = patchOfForm(form, base.data)
  const type = (name: FieldName, typed: Typed) => setForm({ ...form, typed: { ...form.typed, [name]: typed } })
  const errors: Wrong[] = [
    ...(from >= today && from !== '' ? [] : [{ field: 'change-from', text: t('operator.wrong.from') }]),
    ...(until === '' || until >= from ? [] : [{ field: 'change-until', text: t('operator.wrong.until') }]),
    ...wrong.map((name) => ({ field: idOfField(name), text: mistakeIn(name) })),
    ...(changed.length + wrong.length > 0
      ? []
      : [{ field: idOfField('priceFen.register'), text: t('operator.wrong.none') }]),
    ...(note.trim() === '' ? [{ field: 'change-note', text: t('operator.wrong.note') }] : []),
  ]
  const shown = (field: string) => (tried > 0 ? errors.find((error) => error.field === field)?.text : undefined)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setOpen([...open, ...groupsWith(wrong)])
    setTried(tried + 1)
    if (errors.length > 0 || busy || base.isPlaceholderData) return
    setBusy(true)
    setRefusal(null)
    try {
      const { id } = await post<{ id: string }>('operator/catalog/changes', {
        suffix,
        patch,
        from,
        until: until === '' ? null : until,
        note: note.trim(),
      })
      if (instead) await drop(instead)
      await cache.invalidateQueries({ queryKey: ['operator'] })
      go({ to: '/operator/catalog/$suffix/$change', params: { suffix, change: id } })
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
  }
  const tiers = form.tiers === undefined ? currentTiers(base.data) : form.tiers
  return (
    <form className="two change-form" onSubmit={save} noValidate>
      <div className="stack">
        <Summary errors={tried > 0 ? errors : []} token={tried} />
        {refusal !== null && <Failure error={refusal} />}
        <div className="field-row">
          <TextField
            id="change-from"
            type="date"
            label={t('operator.from')}
            help={t('operator.fromHelp')}
            required
            min={today}
            value={from}
            error={shown('change-from')}
            onChange={(event) => setFrom(event.target.value)}
          />
          <TextField
            id="change-until"
            type="date"
            label={t('operator.until')}
            optional={t('optional')}
            help={t('operator.untilHelp')}
            min={from}
            value={until}
            error={shown('change-until')}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
        {fieldGroups.map((group) => (
          <FormGroup
            key={group.key}
            group={group}
            record={base.data}
            form={form}
            changed={changed}
            wrong={wrong}
            open={open.includes(group.key)}
            onToggle={(next) => setOpen(next ? [...open, group.key] : open.filter((key) => key !== group.key))}
            onType={type}
          >
            {group.key === 'prices' && (
              <TierFields
                tiers={tiers}
                wrong={wrong.includes('premiumTiers')}
                onType={(next) => setForm({ ...form, tiers: next })}
              />
            )}
          </FormGroup>
        ))}
        <datalist id="registries">
          {registriesOf(catalog.data?.suffixes ?? []).map((registry) => (
            <option key={registry} value={registry} />
          ))}
        </datalist>
      </div>
      <FormPanel
        record={base.data}
        patch={patch}
        changed={changed}
        note={note}
        onNote={setNote}
        noteError={shown('change-note')}
        busy={busy || base.isPlaceholderData}
      />
    </form>
  )
}

function groupsWith(names: readonly string[]): GroupKey[] {
  return fieldGroups.filter((group) => group.fields.some(({ name }) => names.includes(name))).map(({ key }) => key)
}

/** The new draft is there already: when the old one stays too, that is said and no more. */
async function drop({ id }: CatalogChange): Promise<void> {
  try {
    const { revision } = await get<CatalogChanges>('operator/catalog/changes')
    await post(`operator/catalog/changes/${id}/withdraw`, { expectedRevision: revision })
  } catch (refusal) {
    toast(sentenceOf(refusal))
  }
}

function currentTiers(record: object) {
  const tiers = valueAt(record, 'premiumTiers')
  return Array.isArray(tiers) ? typedTiers(tiers as Tier[]) : null
}

function mistakeIn(name: FieldName | 'premiumTiers'): string {
  const field = fields.find((each) => each.name === name)
  return field ? `${t(`operator.field.${field.name}`)}${t('colon')}${wrongText(field)}` : t('operator.wrong.tiers')
}

function registriesOf(suffixes: readonly { registry: string | null }[]): string[] {
  return [...new Set(suffixes.flatMap(({ registry }) => registry ?? []))].sort()
}
