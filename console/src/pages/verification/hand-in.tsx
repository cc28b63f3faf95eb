import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { templatesQuery, verificationQuery } from '../../api/queries.ts'
import type { Paper, Verification } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { State } from '../../design/state.tsx'
import { t } from '../../i18n/text.ts'
import { PaperDrop } from './paper-drop.tsx'
import { PhoneLink } from './phone-link.tsx'
import { stillMissing } from './still-missing.ts'

/** The photographs of a holder's papers, and the button that hands them in; it says what is still to be done. */
export function HandIn({
  template,
  verification,
  onDone,
}: {
  template: string
  verification: Verification
  onDone?: () => Promise<unknown>
}) {
  const cache = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  /** Photographs that are handed in though something was said of them, by their ids. */
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const { needed, offered, papers, findings } = verification
  const refreshes = verificationQuery(template).queryKey
  const [missing] = stillMissing(needed, papers)
  const wrong = findings.some(({ severity }) => severity === 'refuse')
  const doubtful = (paper: Paper | undefined): paper is Paper =>
    paper !== undefined && !taken.has(paper.id) && paper.findings.some(({ severity }) => severity === 'advise')
  const doubt = papers.find(doubtful)
  const submit = async () => {
    setBusy(true)
    setError(null)
    try {
      await post(`templates/${template}/submit`)
      await Promise.all([
        cache.invalidateQueries({ queryKey: refreshes }),
        cache.invalidateQueries({ queryKey: templatesQuery.queryKey }),
        onDone?.(),
      ])
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  return (
    <div className="stack">
      {[...needed, ...offered].map((kind) => {
        const paper = papers.find((each) => each.kind === kind)
        return (
          <PaperDrop
            key={kind}
            path={`templates/${template}/papers/${kind}`}
            refreshes={refreshes}
            kind={kind}
            optional={offered.includes(kind)}
            paper={paper}
            onAnyway={doubtful(paper) ? () => setTaken((before) => new Set([...before, paper.id])) : undefined}
          />
        )
      })}
      <PhoneLink path={`templates/${template}/upload-link`} />
      <div className="acts">
        <Button
          look="main"
          disabled={busy}
          greyBecause={missing || wrong || doubt ? 'submit-why' : undefined}
          onClick={submit}
        >
          {busy ? t('signIn.busy') : t('identity.submit')}
        </Button>
        <span className="small soft" id="submit-why">
          {wrong ? (
            <State shape="fail">{t('identity.correctFirst')}</State>
          ) : missing ? (
            <State shape="you">{t('identity.missing', { paper: t(`identity.kind.${missing}`) })}</State>
          ) : doubt ? (
            <State shape="you">{t('identity.doubtful', { paper: t(`identity.kind.${doubt.kind}`) })}</State>
          ) : (
            t('identity.submitWhy')
          )}
        </span>
      </div>
      {error !== null && <Failure error={error} />}
    </div>
  )
}
