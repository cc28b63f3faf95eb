import { useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { t } from '../../../i18n/text.ts'

/** 电话核对: whether the applicant was reached, and what was said. */
export function CallRecord({ number, onDone }: { number: string; onDone: () => unknown }) {
  const [words, setWords] = useState('')
  const [error, setError] = useState<unknown>(null)
  const keep = (reached: boolean) => async () => {
    setError(null)
    try {
      await post(`filing-reviews/${number}/call`, { reached, words })
      setWords('')
      await onDone()
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <div className="stack">
      <TextField
        id="call-words"
        label={t('filing.desk.callWords')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="acts">
        <Button size="s" onClick={keep(true)}>
          {t('filing.event.call-reached')}
        </Button>
        <Button size="s" onClick={keep(false)}>
          {t('filing.event.call-missed')}
        </Button>
      </div>
      {error !== null && <Failure error={error} />}
    </div>
  )
}
