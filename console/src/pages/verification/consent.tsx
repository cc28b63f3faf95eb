import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { consentQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

/** 单独同意: photographs of papers are sensitive, and are asked for apart from everything else (PIPL art. 29, 30). */
export function Consent({ refreshes }: { refreshes: QueryKey }) {
  const cache = useQueryClient()
  const words = useQuery(consentQuery)
  const [ticked, setTicked] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const agree = async () => {
    setError(null)
    try {
      await post('consents', { purpose: 'identity-papers' })
      await cache.invalidateQueries({ queryKey: refreshes })
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <section className="sec consent">
      <h2>{t('consent.title')}</h2>
      {words.isPending && <Skeleton rows={5} />}
      {words.isError && <Failure error={words.error} again={() => words.refetch()} />}
      {words.data && (
        <dl className="facts">
          {words.data.points.map(({ title, text }) => (
            <div key={title.en}>
              <dt>{sentence(title)}</dt>
              <dd>{sentence(text)}</dd>
            </div>
          ))}
          <div>
            <dt>{t('consent.recipients')}</dt>
            <dd>{words.data.recipients.map(({ name }) => sentence(name)).join(t('listComma'))}</dd>
          </div>
        </dl>
      )}
      <p>
        <label className="check">
          <input type="checkbox" checked={ticked} onChange={(event) => setTicked(event.target.checked)} />{' '}
          {t('consent.agree')}
        </label>
      </p>
      <div className="acts">
        <Button look="main" greyBecause={ticked ? undefined : 'consent-why'} onClick={agree}>
          {t('consent.go')}
        </Button>
        {!ticked && (
          <span className="small soft" id="consent-why">
            <State shape="you">{t('consent.tick')}</State>
          </span>
        )}
      </div>
      {error !== null && <Failure error={error} again={agree} />}
    </section>
  )
}
