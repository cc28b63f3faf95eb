import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { keepNew } from '../../api/keep-new.ts'
import { templatesQuery, verificationQuery } from '../../api/queries.ts'
import type { Template, Verification } from '../../api/types.ts'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { Turn } from '../../design/turn.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { NotFetched } from '../../shell/not-fetched.tsx'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { TemplateDetails } from '../templates/template-details.tsx'
import { Consent } from './consent.tsx'
import { Course } from './course.tsx'
import { HandIn } from './hand-in.tsx'
import { Refusal } from './refusal.tsx'
import { TakeBack } from './take-back.tsx'
import { ToCorrect } from './to-correct.tsx'
import './verification-page.css'

export function VerificationPage() {
  const { id } = useParams('/templates/$id')
  return (
    <Page title={t('identity.title')} api={`GET /v1/templates/${id}/verification`}>
      <p className="crumb">
        <Link to="/templates">{t('nav.templates')}</Link>
        {'\u2003›\u2003'}
        {t('identity.title')}
      </p>
      <SignedIn top>{() => <Loaded id={id} />}</SignedIn>
    </Page>
  )
}

function Loaded({ id }: { id: string }) {
  const templates = useQuery(templatesQuery)
  const verification = useQuery({
    ...verificationQuery(id),
    // A phone may be adding photographs, or a reviewer deciding.
    refetchInterval: keepNew(5_000),
  })
  if (verification.isLoadingError || templates.isLoadingError) return <NotFetched of={[verification, templates]} />
  const template = templates.data?.templates.find((each) => each.id === id)
  if (verification.isPending || !template) return <Skeleton rows={6} />
  return <Body template={template} verification={verification.data} />
}

function Body({ template, verification }: { template: Template; verification: Verification }) {
  const cache = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const { identity, turn, consent, cases, findings, timeline } = verification
  const open = identity === 'unverified' || identity === 'failed'
  const takeBack = async () => {
    setBusy(true)
    setError(null)
    try {
      await post(`templates/${template.id}/withdrawal`)
      await Promise.all([
        cache.invalidateQueries({ queryKey: verificationQuery(template.id).queryKey }),
        cache.invalidateQueries({ queryKey: templatesQuery.queryKey }),
      ])
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  return (
    <>
      <div className="head">
        <div>
          <h1>{t(`identity.head.${identity}`)}</h1>
          <p>{t(`identity.lead.${identity}`)}</p>
        </div>
        {turn && <Turn who={turn === 'provider' ? 'registry' : turn} now />}
      </div>
      {open && <ToCorrect template={template.id} findings={findings} />}
      {identity === 'failed' && cases[0] && <Refusal reviewCase={cases[0]} />}
      <div className="two">
        <div className="stack-l">
          {open && !consent && <Consent refreshes={verificationQuery(template.id).queryKey} />}
          {open && consent && (
            <section className="sec" id="papers">
              <h2>
                {t('identity.papers')}
                <small>{t('identity.papersWhy')}</small>
              </h2>
              <HandIn template={template.id} verification={verification} />
            </section>
          )}
          <section className="sec">
            <h2>{t('identity.course')}</h2>
            <Course cases={cases} timeline={timeline} identity={identity} />
            {turn === 'we' && <TakeBack busy={busy} onTakeBack={takeBack} />}
            {!open && error !== null && <Failure error={error} />}
          </section>
        </div>
        <aside className="panel" aria-label={t('identity.holder')}>
          <h2>{pick(template.name)}</h2>
          <p className="soft">{t(`holder.type.${template.holderType}`)}</p>
          <TemplateDetails template={template} />
          <p className="small soft">{t('identity.holderWhy')}</p>
          <p className="small">
            <Link to="/help/$slug" params={{ slug: 'real-name' }}>
              {t('templates.realName')}
            </Link>
          </p>
        </aside>
      </div>
    </>
  )
}
