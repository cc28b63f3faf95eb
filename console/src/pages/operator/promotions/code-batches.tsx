import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { IssueCodes } from './issue-codes.tsx'
import { type Batch, type Operated, operatedKey } from './promotion-queries.ts'
import { batchShapes } from './promotion-words.ts'

/** Codes that were issued, batch by batch; none of them can be read again. */
export function CodeBatches({ promotion, batches }: { promotion: Operated; batches: readonly Batch[] }) {
  const cache = useQueryClient()
  const [issuing, setIssuing] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const end = async (batch: Batch) => {
    setRefusal(null)
    try {
      await post(`operator/promotions/${promotion.id}/codes/${batch.id}/end`)
      await cache.invalidateQueries({ queryKey: operatedKey })
    } catch (problem) {
      setRefusal(problem)
    }
  }
  return (
    <section className="sec">
      <h2>
        {t('promotions.codes')}
        <small>{t('promotions.codesWhy')}</small>
      </h2>
      {promotion.state !== 'ended' && (
        <p className="promotion-act">
          <Button onClick={() => setIssuing(true)}>{t('promotions.issue')}</Button>
        </p>
      )}
      {refusal !== null && <Failure error={refusal} />}
      {batches.length === 0 ? (
        <p className="soft small">{t('promotions.noCodes')}</p>
      ) : (
        <table className="tbl tbl--cards promotions-run">
          <thead>
            <tr>
              <th scope="col">{t('promotions.issuedAt')}</th>
              <th scope="col">{t('promotions.validUntil')}</th>
              <th scope="col" className="num">
                {t('promotions.uses')}
              </th>
              <th scope="col">{t('operator.state')}</th>
              <th scope="col">
                <span className="vh">{t('promotions.endBatch')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {batches.map((batch) => (
              <tr key={batch.id}>
                <th scope="row">
                  {dayAndTime(batch.issuedAt)}
                  <small className="muted">
                    {batch.issuer ?? t('promotions.byOperator')}
                    {t('comma')}
                    {t('promotions.codesOf', { count: batch.codes, uses: batch.uses })}
                    {batch.account && `${t('comma')}${t('promotions.onlyForAccount', { email: batch.account })}`}
                  </small>
                </th>
                <td data-l={t('promotions.validUntil')}>
                  {dayAndTime(batch.until)}
                  {batch.state === 'coming' && (
                    <small className="muted">{t('promotions.begins', { time: dayAndTime(batch.from) })}</small>
                  )}
                </td>
                <td className="num" data-l={t('promotions.uses')}>
                  {t('promotions.usedOf', { used: batch.used, most: batch.codes * batch.uses })}
                </td>
                <td className="stands">
                  <State shape={batchShapes[batch.state]}>{t(`promotions.batch.${batch.state}`)}</State>
                </td>
                <td className="end">
                  {(batch.state === 'good' || batch.state === 'coming') && (
                    <Button
                      size="s"
                      look="text"
                      aria-label={t('promotions.endBatchOf', { time: dayAndTime(batch.issuedAt) })}
                      onClick={() => end(batch)}
                    >
                      {t('promotions.endBatch')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {issuing && <IssueCodes promotion={promotion} onClose={() => setIssuing(false)} />}
    </section>
  )
}
