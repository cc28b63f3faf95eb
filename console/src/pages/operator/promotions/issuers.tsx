import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { Note } from '../../../design/note.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { type Issuer, type Operated, operatedKey } from './promotion-queries.ts'

/** Systems that issue codes by themselves, e.g. what answers behind a messaging account. */
export function Issuers({ promotion, issuers }: { promotion: Operated; issuers: readonly Issuer[] }) {
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [key, setKey] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<unknown>(null)
  const attempt = async (work: () => Promise<void>) => {
    setRefusal(null)
    try {
      await work()
      await cache.invalidateQueries({ queryKey: operatedKey })
    } catch (problem) {
      setRefusal(problem)
    }
  }
  const base = `operator/promotions/${promotion.id}/issuers`
  const admit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return document.getElementById('issuer-name')?.focus()
    return attempt(async () => {
      setKey((await post<{ key: string }>(base, { name: name.trim() })).key)
      setName('')
    })
  }
  return (
    <section className="sec">
      <h2>
        {t('promotions.issuers')}
        <small>{t('promotions.issuersWhy')}</small>
      </h2>
      {key && (
        <Note tone="you">
          <p>{t('promotions.keyOnce')}</p>
          <code className="raw">{key}</code>
        </Note>
      )}
      {issuers.length > 0 && (
        <table className="tbl promotions-run">
          <tbody>
            {issuers.map((issuer) => (
              <tr key={issuer.id}>
                <th scope="row">
                  {issuer.name}
                  <small className="muted">{dayAndTime(issuer.madeAt)}</small>
                </th>
                <td className="num">
                  {issuer.revokedAt ? (
                    <State shape="no">{t('promotions.revoked')}</State>
                  ) : (
                    <Button
                      size="s"
                      look="text"
                      aria-label={t('promotions.revokeThis', { name: issuer.name })}
                      onClick={() => attempt(() => post(`${base}/${issuer.id}/revoke`))}
                    >
                      {t('promotions.revoke')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {refusal !== null && <Failure error={refusal} />}
      {promotion.state !== 'ended' && (
        <form className="row-form promotion-act" onSubmit={admit}>
          <TextField
            id="issuer-name"
            label={t('promotions.issuerName')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit">{t('promotions.admit')}</Button>
        </form>
      )}
      <p className="help">
        <code>POST /v1/promotion-codes</code>
      </p>
    </section>
  )
}
