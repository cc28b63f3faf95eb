import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { t } from '../../../i18n/text.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { ReasonForm } from './reason-form.tsx'
import { findReasons, type Reason, reasonsQuery } from './reason-list.ts'
import { ReasonTable } from './reason-table.tsx'
import { UnheardTexts } from './unheard-texts.tsx'
import './reasons.css'

export function ReasonsPage() {
  return (
    <OperatorFrame
      needs={['reviewer', 'qualification-reviewer']}
      title={t('reasons.title')}
      api="GET /v1/operator/reasons"
    >
      {() => <ReasonsBody />}
    </OperatorFrame>
  )
}

function ReasonsBody() {
  const reasons = useQuery(reasonsQuery)
  const [text, setText] = useState('')
  /** null: none; `new`: one that is being added. */
  const [open, setOpen] = useState<Reason | 'new' | null>(null)
  const all = reasons.data?.reasons ?? []
  const found = findReasons(all, text)
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('reasons.title')}</h1>
          <p>{t('reasons.lead')}</p>
        </div>
        <Button look="ink" onClick={() => setOpen('new')}>
          {t('reasons.add')}
        </Button>
      </div>
      <UnheardTexts reasons={all} />
      <div className="filters">
        <label className="vh" htmlFor="search-reasons">
          {t('reasons.find')}
        </label>
        <input
          className="in"
          id="search-reasons"
          type="search"
          placeholder={t('reasons.find')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="small muted total-count" role="status">
          {reasons.data && t('reasons.count', { count: found.length })}
        </span>
      </div>
      {reasons.isPending && <Skeleton rows={10} />}
      {reasons.isError && <Failure error={reasons.error} again={() => reasons.refetch()} />}
      {reasons.data && found.length === 0 && <Empty title={t('reasons.none')}>{t('reasons.noneWhy')}</Empty>}
      {found.length > 0 && <ReasonTable reasons={found} onEdit={setOpen} />}
      {open && <ReasonForm reason={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </>
  )
}
