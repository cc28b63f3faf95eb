import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type FilingDuty, filingFindingsQuery, type NightlyScan } from '../../../api/filing-duties.ts'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Older } from '../../../design/older.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { count, dayAndTime, longDate } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { DutyTable } from '../../filing/duty-table.tsx'
import { OperatorFrame } from '../operator-frame.tsx'
import { EndShell } from './end-shell.tsx'
import '../../filing/filing.css'

/** 备案核查: what is open about everybody's filings, the soonest day first, and how the night's look went. */
export function FilingFindingsPage() {
  return (
    <OperatorFrame needs="reviewer" title={t('filing.findings.title')} api="GET /v1/filing-findings">
      {() => <Findings />}
    </OperatorFrame>
  )
}

function Findings() {
  const [late, setLate] = useState(false)
  const [ending, setEnding] = useState<FilingDuty | null>(null)
  const list = useInfiniteQuery(filingFindingsQuery(late))
  const duties = list.data?.pages.flatMap((page) => page.duties) ?? []
  const first = list.data?.pages[0]
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('filing.findings.title')}</h1>
          <p>{t('filing.findings.lead')}</p>
        </div>
      </div>
      {list.isPending && <Skeleton rows={6} />}
      {list.isError && !list.data && <Failure error={list.error} again={() => list.refetch()} />}
      {first && (
        <>
          <p className="muted night">{first.scan ? nightOf(first.scan) : t('filing.findings.noScan')}</p>
          <Segmented
            label={t('filing.findings.which')}
            value={late ? 'late' : 'open'}
            options={[
              { value: 'open', text: t('filing.findings.open', { count: first.open }) },
              { value: 'late', text: t('filing.findings.late', { count: first.late }) },
            ]}
            onChange={(value) => setLate(value === 'late')}
          />
          {duties.length === 0 ? (
            <Empty title={t('filing.findings.none')} />
          ) : (
            <DutyTable
              caption={t('filing.findings.title')}
              duties={duties}
              act={(duty) =>
                duty.kind === 'shell-site' &&
                duty.foundBy !== 'bureau' &&
                duty.late && (
                  <Button
                    size="s"
                    aria-label={t('filing.findings.endOf', { about: duty.about })}
                    onClick={() => setEnding(duty)}
                  >
                    {t('filing.findings.end')}
                  </Button>
                )
              }
            />
          )}
        </>
      )}
      <Older list={list} urgent />
      {ending && <EndShell duty={ending} onClose={() => setEnding(null)} />}
    </>
  )
}

function nightOf({ day, looked, found, ended, finishedAt }: NightlyScan): string {
  return t(finishedAt ? 'filing.findings.scan' : 'filing.findings.scanning', {
    day: longDate(day),
    looked: count(looked),
    found: count(found),
    ended: count(ended),
    at: finishedAt ? dayAndTime(finishedAt) : '',
  })
}
