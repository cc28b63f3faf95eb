import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { toast } from '../../../design/toast.tsx'
import { longDate } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { enhancedChecksQuery } from './enhanced-checks.ts'

/** A letter of the registry, typed once; the holder hears of it when it is sent. */
export function AddNotice({ today }: { today: string }) {
  const cache = useQueryClient()
  const empty = { name: '', noticedOn: today, words: '' }
  const [values, setValues] = useState(empty)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const wrong = {
    name: values.name.trim().length < 3,
    noticedOn: values.noticedOn === '' || values.noticedOn > today,
    words: values.words.trim() === '',
  }
  const fields = ['name', 'noticedOn', 'words'] as const
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const first = fields.find((field) => wrong[field])
    if (first) return document.getElementById(`enhanced-${first}`)?.focus()
    setBusy(true)
    setError(null)
    try {
      const { dueOn } = await post<{ dueOn: string }>('operator/enhanced-checks', {
        name: values.name.trim(),
        noticedOn: values.noticedOn,
        words: values.words.trim(),
      })
      toast(t('enhanced.added', { by: longDate(dueOn) }))
      setValues(empty)
      setTried(false)
      await cache.invalidateQueries({ queryKey: enhancedChecksQuery.queryKey })
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const labels = { name: 'enhanced.name', noticedOn: 'enhanced.noticedOn', words: 'enhanced.wordsOf' } as const
  return (
    <section className="sec next-form">
      <h2>
        {t('enhanced.add')}
        <small>{t('enhanced.addWhy')}</small>
      </h2>
      <form className="stack" onSubmit={send} noValidate>
        {fields.map((field) => (
          <TextField
            key={field}
            id={`enhanced-${field}`}
            label={t(labels[field])}
            type={field === 'noticedOn' ? 'date' : 'text'}
            autoComplete="off"
            maxLength={field === 'words' ? 500 : 260}
            {...(field === 'noticedOn' ? { max: today } : {})}
            value={values[field]}
            error={tried && wrong[field] ? t(`enhanced.need.${field}`) : undefined}
            onChange={(event) => setValues({ ...values, [field]: event.target.value })}
          />
        ))}
        {error !== null && <Failure error={error} />}
        <div className="acts">
          <Button type="submit" look="ink" disabled={busy}>
            {busy ? t('signIn.busy') : t('enhanced.add')}
          </Button>
        </div>
      </form>
    </section>
  )
}
