import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { catalogChanged } from './catalog-changed.ts'
import type { CatalogChange, ChangePreview } from './catalog-queries.ts'
import { Withdraw } from './withdraw.tsx'

interface Props {
  change: CatalogChange
  preview: ChangePreview
  again: () => Promise<unknown>
}

/** Publishes what the preview showed, and only that: when the catalogue has moved on, the preview is to be seen again. */
export function Publish({ change, preview, again }: Props) {
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const moved = refusal instanceof ApiProblem && refusal.code === 'catalog.moved-on'
  const grey = preview.findings.length > 0 ? 'publish-why' : moved ? 'publish-moved' : undefined
  const publish = async () => {
    if (busy) return
    setBusy(true)
    setRefusal(null)
    try {
      await post(`operator/catalog/changes/${change.id}/publish`, { expectedRevision: preview.revision })
      await catalogChanged(cache)
      toast(t('operator.publishedNow', { suffix: change.suffix, date: change.from }))
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
  }
  const look = async () => {
    await again()
    setRefusal(null)
  }
  return (
    <section className="sec stack" aria-label={t('operator.publish')}>
      {moved ? (
        <Note tone="you">
          <p id="publish-moved">
            <b>{t('operator.movedOn')}</b> {t('operator.movedOnWhy')}
          </p>
          <Button size="s" onClick={look}>
            {t('operator.previewAgain')}
          </Button>
        </Note>
      ) : (
        refusal !== null && <Failure error={refusal} again={publish} />
      )}
      {preview.findings.length > 0 && (
        <p className="small soft" id="publish-why">
          {t('operator.publishBlocked')}
        </p>
      )}
      <div className="acts">
        <Button look="main" disabled={busy} greyBecause={grey} onClick={publish}>
          {t(busy ? 'signIn.busy' : 'operator.publish')}
        </Button>
        <Link
          className="btn"
          to="/operator/catalog/$suffix"
          params={{ suffix: change.suffix }}
          search={{ draft: change.id }}
          hash="draft"
        >
          {t('operator.redraft')}
        </Link>
        <Withdraw change={change} revision={preview.revision} />
      </div>
    </section>
  )
}
