import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post, put } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { SelectField, TextField } from '../../../design/field.tsx'
import { toast } from '../../../design/toast.tsx'
import type { TextKey } from '../../../i18n/dictionary.ts'
import { t } from '../../../i18n/text.ts'
import { type Reason, reasonsKey } from './reason-list.ts'

interface Props {
  /** undefined: a new one. */
  reason: Reason | undefined
  /** What somebody said that it stands for; the name of a new one at first. */
  heard?: string
  /** Told the id of a new one. */
  onSaved?: (id: string) => void
  onClose: () => void
}

const texts = ['heard', 'cause', 'remedy'] as const
const languages = ['zh', 'en'] as const
const paths = ['A', 'B'] as const
/** Fields that a reason can be about: the rows that are compared with the paper, and its photograph. */
const subjects: readonly [field: string, text: TextKey][] = [
  ['paper', 'reasons.photograph'],
  ['holder.name', 'reviews.row.name'],
  ['certificate.kind', 'reviews.row.kind'],
  ['certificate.number', 'reviews.row.number'],
  ['certificate.endsOn', 'reviews.row.dates'],
  ['holder.street', 'reviews.row.address'],
  ['holder.region', 'reviews.row.region'],
  ['holder.phone', 'reviews.row.contact'],
]

/** A reason of our own: how reviewers call it, what the customer reads, and what it is about. */
export function ReasonForm({ reason, heard = '', onSaved, onClose }: Props) {
  const cache = useQueryClient()
  const [said, setSaid] = useState(() => ({
    heard: reason?.heard ?? { zh: heard.slice(0, 200), en: heard.slice(0, 200) },
    cause: reason?.cause ?? { zh: '', en: '' },
    remedy: reason?.remedy ?? { zh: '', en: '' },
  }))
  const [field, setField] = useState(reason?.field ?? 'paper')
  const [path, setPath] = useState(reason?.path ?? '')
  const [retired, setRetired] = useState(reason?.retired ?? false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const missing = texts.flatMap((text) =>
    languages.filter((lang) => said[text][lang].trim() === '').map((lang) => `${text}-${lang}`),
  )
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const [first] = missing
    if (first) return document.getElementById(`reason-${first}`)?.focus()
    setBusy(true)
    setRefusal(null)
    const body = { ...said, field, path: path === '' ? null : path, retired }
    try {
      if (reason) await put(`operator/reasons/${encodeURIComponent(reason.id)}`, body)
      else {
        const { id } = await post<{ id: string }>('operator/reasons', body)
        onSaved?.(id)
      }
      await cache.invalidateQueries({ queryKey: reasonsKey })
      toast(t('reasons.saved'))
      onClose()
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t(reason ? 'reasons.editTitle' : 'reasons.add')} open alert onClose={onClose}>
      <form className="stack" onSubmit={save} noValidate>
        {refusal !== null && <Failure error={refusal} />}
        {texts.map((text) => (
          <div className="field-row" key={text}>
            {languages.map((lang) => (
              <TextField
                key={lang}
                id={`reason-${text}-${lang}`}
                label={t(`reasons.${text}.${lang}`)}
                maxLength={200}
                lang={lang === 'zh' ? 'zh-CN' : 'en'}
                value={said[text][lang]}
                error={tried && said[text][lang].trim() === '' ? t('reasons.wrong.empty') : undefined}
                onChange={(event) => setSaid({ ...said, [text]: { ...said[text], [lang]: event.target.value } })}
              />
            ))}
          </div>
        ))}
        <div className="field-row">
          <SelectField
            id="reason-field"
            label={t('reasons.field')}
            value={field}
            onChange={(event) => setField(event.target.value)}
          >
            {subjects.map(([one, text]) => (
              <option key={one} value={one}>
                {t(text)}
              </option>
            ))}
            {!subjects.some(([one]) => one === field) && <option>{field}</option>}
          </SelectField>
          <SelectField
            id="reason-path"
            label={t('reasons.way')}
            value={path}
            onChange={(event) => setPath(event.target.value as typeof path)}
          >
            <option value="">{t('reasons.path.none')}</option>
            {paths.map((one) => (
              <option key={one} value={one}>
                {t(`reasons.path.${one}`)}
              </option>
            ))}
          </SelectField>
        </div>
        {reason && (
          <label className="tick">
            <input type="checkbox" checked={retired} onChange={(event) => setRetired(event.target.checked)} />
            {t('reasons.retire')}
          </label>
        )}
        <div className="acts">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="ink" type="submit" disabled={busy}>
            {busy ? t('signIn.busy') : t('reasons.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
