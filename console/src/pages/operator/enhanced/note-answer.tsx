import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { SelectField, TextField } from '../../../design/field.tsx'
import { toast } from '../../../design/toast.tsx'
import { t } from '../../../i18n/text.ts'
import { enhancedChecksQuery, type OpenCheck } from './enhanced-checks.ts'

const outcomes = ['pass', 'refuse', 'withdraw'] as const
type Outcome = (typeof outcomes)[number]

/** What the registry answered; before the papers are with it, only that it asks for nothing any more. */
export function NoteAnswer({ check, onClose }: { check: OpenCheck; onClose: () => void }) {
  const cache = useQueryClient()
  const open = check.state === 'sent' ? outcomes : (['withdraw'] as const)
  const [outcome, setOutcome] = useState<Outcome>(open[0])
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const save = async () => {
    setTried(true)
    if (words.trim() === '') return document.getElementById('enhanced-answer')?.focus()
    setBusy(true)
    setError(null)
    try {
      await post(`operator/enhanced-checks/${check.id}/answer`, { outcome, words: words.trim() })
      toast(t('enhanced.saved', { name: check.name }))
      onClose()
    } catch (refusal) {
      setError(refusal)
      setBusy(false)
    }
    await cache.invalidateQueries({ queryKey: enhancedChecksQuery.queryKey })
  }
  return (
    <Dialog title={`${t('enhanced.record')} ${check.name}`} open onClose={onClose}>
      <div className="stack">
        <SelectField
          id="enhanced-outcome"
          label={t('enhanced.outcome')}
          value={outcome}
          onChange={(event) => setOutcome(outcomes.find((one) => one === event.target.value) ?? outcome)}
        >
          {open.map((one) => (
            <option key={one} value={one}>
              {t(`enhanced.outcome.${one}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          id="enhanced-answer"
          label={t('enhanced.answerWords')}
          help={t('enhanced.answerHelp')}
          maxLength={500}
          value={words}
          error={tried && words.trim() === '' ? t('enhanced.need.words') : undefined}
          onChange={(event) => setWords(event.target.value)}
        />
        {error !== null && <Failure error={error} />}
        <div className="acts">
          <Button look="ink" disabled={busy} onClick={save}>
            {busy ? t('signIn.busy') : t('enhanced.save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  )
}
