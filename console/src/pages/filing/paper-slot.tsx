import { useRef, useState } from 'react'
import { remove, upload } from '../../api/client.ts'
import type { FilingPaper } from '../../api/filing.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { State } from '../../design/state.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { PaperChecks } from '../verification/paper-checks.tsx'

/** Those that are printed from the draft. */
const printed: readonly string[] = [
  'verification-form',
  'authorisation',
  'pledge',
  'truth-notice',
  'truth-pledge',
  'no-pre-approval-pledge',
  'plan',
  'several-sites-statement',
]

interface SlotProps {
  number: string
  kind: string
  /** The service that it belongs to; the subject where none is named. */
  service?: { key: string; name: string }
  papers: readonly FilingPaper[]
  refresh: () => Promise<unknown>
}

/** One kind of paper: its pictures, each told at once what is wrong with it. */
export function PaperSlot({ number, kind, service, papers, refresh }: SlotProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const kindName = t(`filing.papers.kind.${kind as 'pledge'}`)
  const name = service?.name ? t('filing.papers.of', { paper: kindName, service: service.name }) : kindName
  const act = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
      await refresh()
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  return (
    <fieldset className="drop" aria-label={name}>
      <h2>{name}</h2>
      {papers.map((paper) => (
        <div key={paper.id}>
          <p>
            <State shape="ok">
              {t('identity.kept', { time: dayAndTime(paper.uploadedAt), size: `${paper.width}×${paper.height}` })}
            </State>{' '}
            <Button
              look="text"
              size="s"
              disabled={busy}
              onClick={() => act(() => remove(`filings/${number}/papers/${paper.id}`))}
            >
              {t('identity.takeBack')}
            </Button>
          </p>
          {kind !== 'app-icon' && <PaperChecks findings={paper.findings} />}
        </div>
      ))}
      <input
        ref={chooser}
        type="file"
        className="hidden"
        aria-label={t('identity.choose', { paper: name })}
        accept="image/*,.heic,.heif"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file)
            void act(() => upload(`filings/${number}/papers/${kind}${service ? `?service=${service.key}` : ''}`, file))
          event.target.value = ''
        }}
      />
      <div className="acts">
        <Button look={papers.length > 0 ? 'line' : 'ink'} disabled={busy} onClick={() => chooser.current?.click()}>
          {busy ? t('identity.sending') : t('identity.chooseShort')}
        </Button>
        {printed.includes(kind) && (
          <a className="btn btn--s" href={`/v1/filings/${number}/forms/${kind}.pdf`}>
            {t('filing.papers.print')}
          </a>
        )}
        <span className="small muted">{t(kind === 'app-icon' ? 'filing.app.iconLimits' : 'identity.limits')}</span>
      </div>
      {error !== null && <Failure error={error} />}
    </fieldset>
  )
}
