import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, put } from '../../../api/client.ts'
import { keepNew } from '../../../api/keep-new.ts'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { gap } from '../../../design/sentences.ts'
import { Skeleton } from '../../../design/skeleton.tsx'
import { SureDialog } from '../../../design/sure-dialog.tsx'
import { toast } from '../../../design/toast.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { OperatorFrame } from '../operator-frame.tsx'

interface Decision {
  id: string
  registry: string
  axis: 'identity' | 'naming' | 'qualification'
  about: string
  words: string
  receivedAt: string
}

const outcomes = ['passed', 'failed', 'overdue'] as const
type Outcome = (typeof outcomes)[number]

const decisionsQuery = queryOptions({
  queryKey: ['operator', 'registry-decisions'],
  queryFn: ({ signal }) => get<{ decisions: Decision[]; waiting: number }>('operator/registry-decisions', signal),
})

/** What registries decided in words that nobody here knows: a person says what was meant, once for each. */
export function DecisionsPage() {
  return (
    <OperatorFrame
      needs={['reviewer', 'qualification-reviewer']}
      title={t('decisions.title')}
      api="GET /v1/operator/registry-decisions"
    >
      {() => <Decisions />}
    </OperatorFrame>
  )
}

function Decisions() {
  const found = useQuery({ ...decisionsQuery, refetchInterval: keepNew(30_000) })
  const [asked, setAsked] = useState<{ decision: Decision; outcome: Outcome } | null>(null)
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('decisions.title')}</h1>
          <p>{t('decisions.lead')}</p>
        </div>
      </div>
      {found.isPending && <Skeleton rows={4} />}
      {found.isError && <Failure error={found.error} again={() => found.refetch()} />}
      {found.data?.decisions.length === 0 && <Empty title={t('decisions.none')}>{t('decisions.noneWhy')}</Empty>}
      {found.data && found.data.decisions.length > 0 && (
        <table className="tbl tbl--cards">
          <thead>
            <tr>
              <th scope="col">{t('decisions.about')}</th>
              <th scope="col">{t('decisions.words')}</th>
              <th scope="col">{t('decisions.at')}</th>
              <th scope="col">{t('decisions.meant')}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.decisions.map((decision) => (
              <tr key={decision.id}>
                <th scope="row">
                  <span className="dn">{decision.about}</span>
                  <small>
                    {decision.registry}
                    {t('reviews.and')}
                    {t(`decisions.axis.${decision.axis}`)}
                  </small>
                </th>
                <td className="full">{decision.words}</td>
                <td data-l={t('decisions.at')}>{dayAndTime(decision.receivedAt)}</td>
                <td className="full">
                  <span className="acts">
                    {outcomes.map((outcome) => (
                      <Button
                        key={outcome}
                        size="s"
                        aria-label={`${t(`decisions.${outcome}`)} ${decision.about}`}
                        onClick={() => setAsked({ decision, outcome })}
                      >
                        {t(`decisions.${outcome}`)}
                      </Button>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.data && found.data.waiting > found.data.decisions.length && (
        <p className="soft">{t('decisions.more', { count: found.data.waiting - found.data.decisions.length })}</p>
      )}
      {asked && <Sure {...asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Sure({ decision, outcome, onClose }: { decision: Decision; outcome: Outcome; onClose: () => void }) {
  const cache = useQueryClient()
  const settle = async () => {
    try {
      await put(`operator/registry-decisions/${decision.id}`, { outcome })
      toast(t('decisions.settled', { about: decision.about }))
    } finally {
      // Refused, it may have been settled by somebody else.
      await cache.invalidateQueries({ queryKey: decisionsQuery.queryKey })
    }
  }
  return (
    <SureDialog
      title={t('decisions.sure', { about: decision.about })}
      sure={t('decisions.settle')}
      onSure={settle}
      onClose={onClose}
    >
      <p>{t('decisions.said', { words: decision.words })}</p>
      <p>
        <b>{t(`decisions.${outcome}`)}</b>
        {t('stop')}
        {gap()}
        {t(`decisions.then.${outcome}`)}
      </p>
    </SureDialog>
  )
}
