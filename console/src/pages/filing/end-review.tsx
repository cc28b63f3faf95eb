import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { put } from '../../api/client.ts'
import { type Filing, previewQuery } from '../../api/filing.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { type CancelReason, CancelReasonField } from './cancel-reason.tsx'
import { DraftFacts } from './draft-facts.tsx'
import { numbered } from './kind-words.ts'
import { SentParts } from './sent-parts.tsx'

/** 核对 of a cancellation: nothing is filled in but its reason, and its owner agrees that the bureau is told. */
export function EndReview({ filing }: { filing: Filing }) {
  const cache = useQueryClient()
  const preview = useQuery(previewQuery(filing.number))
  const [error, setError] = useState<unknown>(null)
  const save = async (step: 'consent' | 'cancel-reason', body: object) => {
    setError(null)
    try {
      await put(`filings/${filing.number}/draft/${step}`, body)
    } catch (refusal) {
      setError(refusal)
    }
    await cache.invalidateQueries({ queryKey: ['filings', filing.number] })
  }
  if (preview.isPending) return <Skeleton rows={6} />
  if (preview.isLoadingError) return <Failure error={preview.error} again={() => preview.refetch()} />
  const { sent } = preview.data
  return (
    <>
      {sent ? (
        <>
          <p className="soft">{t('filing.preview.lead')}</p>
          <SentParts
            sent={sent}
            title={({ part, at }) =>
              part === 'service' ? numbered(at, filing.draft.services[at]?.kind) : t(`filing.preview.${part}`)
            }
            beside={({ codes }) => codes.length > 0 && t('filing.preview.code', { code: codes.join(t('listComma')) })}
          />
        </>
      ) : (
        <DraftFacts draft={filing.draft} />
      )}
      <section className="sec">
        <CancelReasonField
          value={filing.draft.cancelReason as CancelReason | undefined}
          onChange={(reason) => void save('cancel-reason', { reason })}
        />
      </section>
      {filing.consent ? (
        <Note tone="ok">
          <p>{t('filing.end.agreed')}</p>
        </Note>
      ) : (
        <section className="sec consent" aria-labelledby="end-agree">
          <h2 id="end-agree">{t('filing.end.agree.title')}</h2>
          <p>{t('filing.end.agree.text')}</p>
          <Button look="main" onClick={() => void save('consent', { consent: true })}>
            {t('filing.end.agree')}
          </Button>
        </section>
      )}
      {error !== null && <Failure error={error} />}
    </>
  )
}
