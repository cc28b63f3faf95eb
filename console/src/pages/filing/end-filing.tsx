import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post, put } from '../../api/client.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { SelectField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { type CancelReason, CancelReasonField } from './cancel-reason.tsx'
import { kindWord } from './kind-words.ts'
import { kindOfNumber, ofSubject } from './subject-number.ts'

type Way = 'service' | 'access' | 'subject'

/** 注销备案、取消接入: the order is begun with its reason; nothing ends before it is looked through and handed in. */
export function EndFiling({ number, here }: { number: string; here: boolean }) {
  const cache = useQueryClient()
  // A number of a subject is none of its sites; an access that is elsewhere is given up there.
  const ofService: Way[] = here ? ['service', 'access', 'subject'] : ['service', 'subject']
  const choices: Way[] = ofSubject(number) === number ? ['subject'] : ofService
  const [way, setWay] = useState<Way>(choices[0] ?? 'subject')
  const [reason, setReason] = useState<CancelReason>('not-used')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const begin = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const filed = way === 'subject' ? ofSubject(number) : number
      const order = await post<{ number: string }>('filings', { wish: `cancel-${way}`, filed })
      await put(`filings/${order.number}/draft/cancel-reason`, { reason })
      go({ to: '/filings/$number', params: { number: order.number } })
    } catch (refusal) {
      setError(refusal)
      setBusy(false)
    }
    await cache.invalidateQueries({ queryKey: ['filings'] })
  }
  return (
    <section className="sec" aria-labelledby="end-filing">
      <h2 id="end-filing">{t('filing.end.title')}</h2>
      <p className="soft">{t('filing.end.why')}</p>
      <form className="stack declare-change" onSubmit={begin} noValidate>
        <div className="duo">
          <SelectField
            id="end-way"
            label={t('filing.end.what')}
            help={t(`filing.end.${way}.then`)}
            value={way}
            onChange={(event) => setWay(event.target.value as Way)}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {t(`filing.end.${one}`, { kind: kindWord(kindOfNumber(number)) })}
              </option>
            ))}
          </SelectField>
          <CancelReasonField value={reason} onChange={setReason} />
        </div>
        <p>
          <Button type="submit" disabled={busy}>
            {t('filing.end.begin')}
          </Button>
        </p>
      </form>
      {error !== null && <Failure error={error} />}
    </section>
  )
}
