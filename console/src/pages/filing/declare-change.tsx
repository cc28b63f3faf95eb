import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../api/client.ts'
import { sessionQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { kindWord } from './kind-words.ts'
import { kindOfNumber, ofSubject } from './subject-number.ts'

const parts = ['subject', 'service', 'access'] as const
type Part = (typeof parts)[number]

/** 变更备案 (S2-42): from the day on which something changed its term runs, and the order that files it is filled in already. */
export function DeclareChange({ number }: { number: string }) {
  const cache = useQueryClient()
  const today = useQuery(sessionQuery).data?.clock.today ?? ''
  // A number of a subject is none of its sites.
  const choices = ofSubject(number) === number ? parts.slice(0, 1) : parts
  const [what, setWhat] = useState<Part>('subject')
  const [day, setDay] = useState<string>()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const changedOn = day ?? today
  const ahead = changedOn === '' || changedOn > today
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    if (ahead) return
    setBusy(true)
    setError(null)
    const filed = what === 'subject' ? ofSubject(number) : number
    try {
      await post('filing-duties', { filed, what, changedOn })
      const order = await post<{ number: string }>('filings', { wish: `change-${what}`, filed })
      go({ to: '/filings/$number', params: { number: order.number } })
    } catch (refusal) {
      setError(refusal)
      setBusy(false)
    }
    await Promise.all(['filings', 'filing-duties'].map((key) => cache.invalidateQueries({ queryKey: [key] })))
  }
  return (
    <section className="sec" aria-labelledby="declare-change">
      <h2 id="declare-change">{t('filing.change.title')}</h2>
      <p className="soft">{t('filing.change.why')}</p>
      <form className="stack declare-change" onSubmit={begin} noValidate>
        <div className="duo">
          <SelectField
            id="change-what"
            label={t('filing.change.what')}
            value={what}
            onChange={(event) => setWhat(event.target.value as Part)}
          >
            {choices.map((part) => (
              <option key={part} value={part}>
                {t(`filing.change.${part}`, { kind: kindWord(kindOfNumber(number)) })}
              </option>
            ))}
          </SelectField>
          <TextField
            id="change-on"
            type="date"
            label={t('filing.change.on')}
            max={today}
            value={changedOn}
            error={ahead && today !== '' ? t('filing.change.ahead') : undefined}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
        <p>
          <Button type="submit" disabled={busy}>
            {t('filing.change.begin')}
          </Button>
        </p>
      </form>
      {error !== null && <Failure error={error} />}
    </section>
  )
}
