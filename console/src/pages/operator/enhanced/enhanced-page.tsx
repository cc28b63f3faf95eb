import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { keepNew } from '../../../api/keep-new.ts'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { longDate } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { AddNotice } from './add-notice.tsx'
import { enhancedChecksQuery, type OpenCheck } from './enhanced-checks.ts'
import { NoteAnswer } from './note-answer.tsx'

/** 强化实名: letters of the registry that ask for more papers, and what it answers to them. */
export function EnhancedPage() {
  return (
    <OperatorFrame needs="reviewer" title={t('enhanced.desk')} api="GET /v1/operator/enhanced-checks">
      {({ clock }) => <Checks today={clock.today} />}
    </OperatorFrame>
  )
}

function Checks({ today }: { today: string }) {
  const found = useQuery({ ...enhancedChecksQuery, refetchInterval: keepNew(30_000) })
  const [answered, setAnswered] = useState<OpenCheck | null>(null)
  const checks = found.data?.checks ?? []
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('enhanced.desk')}</h1>
          <p>{t('enhanced.deskLead')}</p>
        </div>
      </div>
      {found.isPending && <Skeleton rows={3} />}
      {found.isError && <Failure error={found.error} again={() => found.refetch()} />}
      {found.data && checks.length === 0 && <Empty title={t('enhanced.none')}>{t('enhanced.noneWhy')}</Empty>}
      {checks.length > 0 && (
        <table className="tbl tbl--cards">
          <thead>
            <tr>
              <th scope="col">{t('enhanced.name')}</th>
              <th scope="col">{t('enhanced.wordsOf')}</th>
              <th scope="col">{t('enhanced.due')}</th>
              <th scope="col">{t('enhanced.turn')}</th>
              <th scope="col">{t('enhanced.record')}</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr key={check.id}>
                <th scope="row">
                  <span className="dn">{check.name}</span>
                </th>
                <td className="full">{check.words}</td>
                <td data-l={t('enhanced.due')}>
                  <State shape={check.dueOn < today ? 'fail' : 'wait'}>{longDate(check.dueOn)}</State>
                </td>
                <td data-l={t('enhanced.turn')}>{check.turn && t(`enhanced.turn.${check.turn}`)}</td>
                <td className="end">
                  <Button
                    size="s"
                    aria-label={`${t('enhanced.record')} ${check.name}`}
                    onClick={() => setAnswered(check)}
                  >
                    {t('enhanced.record')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddNotice today={today} />
      {answered && <NoteAnswer key={answered.id} check={answered} onClose={() => setAnswered(null)} />}
    </>
  )
}
