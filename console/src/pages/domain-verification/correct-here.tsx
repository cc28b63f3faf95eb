import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { DomainVerification } from '../../api/domain-verification.ts'
import { keepNew } from '../../api/keep-new.ts'
import { domainVerificationQuery, templatesQuery, verificationQuery } from '../../api/queries.ts'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { Consent } from '../verification/consent.tsx'
import { HandIn } from '../verification/hand-in.tsx'
import { PaperSample } from '../verification/paper-sample.tsx'
import { ToCorrect } from '../verification/to-correct.tsx'
import '../verification/verification-page.css'
import { CorrectCertificate } from './correct-certificate.tsx'
import { WhatIsVerified } from './what-is-verified.tsx'

/** Path B in place: the paper's kind and number, its photographs with their checks, and how a good one looks (S4-25…S4-31). */
export function CorrectHere({ verification }: { verification: DomainVerification }) {
  const cache = useQueryClient()
  const { id } = verification.template
  // A phone may be adding photographs.
  const papers = useQuery({ ...verificationQuery(id), refetchInterval: keepNew(5_000) })
  const templates = useQuery(templatesQuery)
  const template = templates.data?.templates.find((each) => each.id === id)
  const again = () => cache.invalidateQueries({ queryKey: domainVerificationQuery(verification.name).queryKey })
  const open = papers.data?.identity === 'failed' || papers.data?.identity === 'unverified'
  if (papers.data && !open) return null
  return (
    <section className="sec correct" id="correct">
      <h2>
        {t('nameCheck.b')}
        {'\u2003'}
        {t('nameCheck.correct')}
        <small>{t('nameCheck.correctWhy')}</small>
      </h2>
      <div className="correct-form">
        <WhatIsVerified verification={verification} />
        <div className="stack">
          {papers.isError && <Failure error={papers.error} again={() => papers.refetch()} />}
          {(papers.isPending || templates.isPending) && <Skeleton rows={6} />}
          {papers.data && template && (
            <>
              <CorrectCertificate template={template} onSaved={again} />
              <ToCorrect template={id} findings={papers.data.findings} />
              {papers.data.consent ? (
                <HandIn template={id} verification={papers.data} onDone={again} />
              ) : (
                <Consent refreshes={verificationQuery(id).queryKey} />
              )}
            </>
          )}
        </div>
        {papers.data && <PaperSample kind={papers.data.needed[0] ?? 'licence'} />}
      </div>
    </section>
  )
}
