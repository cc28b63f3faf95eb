import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post, put } from '../../api/client.ts'
import type { Filing } from '../../api/filing.ts'
import type { Finding } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { State } from '../../design/state.tsx'
import { clockTime } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { MorePapers } from './more-papers.tsx'
import { always, extra } from './paper-kinds.ts'
import { PaperSlot } from './paper-slot.tsx'

interface Props {
  filing: Filing
  findings: readonly Finding[]
  /** The consent is kept with this revision of the order. */
  onConsent: (revision: number) => void
}

/** 材料: pictures of papers, by the computer or by a phone that scanned the code, each told at once what is wrong with it. */
export function PapersStep({ filing, findings, onConsent }: Props) {
  const cache = useQueryClient()
  const refresh = () => cache.invalidateQueries({ queryKey: ['filings', filing.number] })
  const [link, setLink] = useState<{ url: string; expiresAt: string; had: readonly string[] }>()
  // What the phone takes appears by itself; it is said in a word where the code is.
  const came = link ? filing.papers.filter(({ id }) => !link.had.includes(id)).length : 0
  const [error, setError] = useState<unknown>(null)
  const attempt = (act: () => Promise<unknown>) => async () => {
    setError(null)
    try {
      await act()
      await refresh()
    } catch (refusal) {
      setError(refusal)
    }
  }
  const wanted = extra.filter(
    (kind) => filing.papers.some((paper) => paper.kind === kind) || findings.some(({ field }) => field.includes(kind)),
  )
  const others = extra.filter((kind) => !wanted.includes(kind))
  const [added, setAdded] = useState<string[]>([])
  if (!filing.consent)
    return (
      <section className="sec consent">
        <h2>{t('filing.consent.title')}</h2>
        <p>{t('filing.consent.text')}</p>
        <Button
          look="main"
          onClick={attempt(async () => {
            const { revision } = await put<{ revision: number }>(`filings/${filing.number}/draft/consent`, {
              consent: true,
            })
            onConsent(revision)
          })}
        >
          {t('filing.consent.give')}
        </Button>
        {error !== null && <Failure error={error} />}
      </section>
    )
  return (
    <>
      <div className="phone">
        {link ? (
          <div className="scan">
            <QrCode text={link.url} label={t('filing.papers.qr')} />
            <div className="stack">
              <p>{t('filing.papers.scan', { time: clockTime(link.expiresAt) })}</p>
              <p role="status">{came > 0 && <State shape="ok">{t('filing.papers.came', { count: came })}</State>}</p>
            </div>
          </div>
        ) : (
          <Button
            onClick={attempt(async () => {
              const made = await post<{ url: string; expiresAt: string }>(`filings/${filing.number}/upload-link`)
              setLink({ ...made, had: filing.papers.map(({ id }) => id) })
            })}
          >
            {t('filing.papers.phone')}
          </Button>
        )}
      </div>
      {error !== null && <Failure error={error} />}
      {[...always, ...wanted, ...others.filter((kind) => added.includes(kind))].map((kind) => (
        <PaperSlot
          key={kind}
          number={filing.number}
          kind={kind}
          papers={filing.papers.filter((paper) => paper.kind === kind)}
          refresh={refresh}
        />
      ))}
      {filing.draft.services
        .filter(({ kind }) => kind === 'app')
        .map(({ key, name }) => (
          <PaperSlot
            key={`app-icon ${key}`}
            number={filing.number}
            kind="app-icon"
            {...(key && { service: { key, name: name ?? '' } })}
            papers={filing.papers.filter((paper) => paper.kind === 'app-icon' && paper.service === key)}
            refresh={refresh}
          />
        ))}
      <MorePapers kinds={others.filter((kind) => !added.includes(kind))} onAdd={(kind) => setAdded([...added, kind])} />
      {findings.length > 0 && (
        <ul className="checks">
          {findings.map((finding) => (
            <li key={finding.rule + finding.field}>
              <State shape={finding.severity === 'refuse' ? 'fail' : 'you'}>{sentence(finding.message)}</State>
              <small>{sentence(finding.remedy)}</small>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
