import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type FilingReason, filingReasonsQuery, type ReasonStage } from '../../../api/filing.ts'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { SelectField, TextField } from '../../../design/field.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { pick, sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { useSearch } from '../../../router/place.ts'
import { Page } from '../../../shell/page.tsx'
import { foundReasons } from './found-reasons.ts'
import './reasons.css'

const stages: readonly ReasonStage[] = ['review', 'check', 'sms', 'bureau']
/** Rows that are shown at first, and more each time. */
const shelf = 40

/** 常见退回原因 (S3-80): the dictionary that our reviewers use, open to everybody. */
export function ReasonsPage() {
  const reasons = useQuery(filingReasonsQuery)
  const asked = useSearch('q').q
  const [typed, setTyped] = useState(asked ?? '')
  const [stage, setStage] = useState<ReasonStage | ''>('')
  const [shown, setShown] = useState(shelf)
  const found = foundReasons(reasons.data ?? [], { typed, stage })
  return (
    <Page title={t('filing.reasons.title')} api="GET /v1/filing-reasons">
      <p className="crumb">
        <Link to="/help">{t('help.title')}</Link>
        {'\u2003›\u2003'}
        {t('filing.reasons.title')}
      </p>
      <div className="head">
        <div>
          <h1>{t('filing.reasons.title')}</h1>
          <p>{t('filing.reasons.lead')}</p>
        </div>
      </div>
      {reasons.isPending && <Skeleton rows={9} />}
      {reasons.isError && <Failure error={reasons.error} again={() => reasons.refetch()} />}
      {reasons.data && (
        <>
          <div className="reasons-find">
            <TextField
              id="find"
              label={t('filing.reasons.find')}
              help={t('filing.reasons.findHelp')}
              type="search"
              autoComplete="off"
              maxLength={100}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setShown(shelf)
              }}
            />
            <SelectField
              id="stage"
              label={t('filing.reasons.stage')}
              value={stage}
              onChange={(event) => {
                setStage(stages.find((one) => one === event.target.value) ?? '')
                setShown(shelf)
              }}
            >
              <option value="">{t('filing.reasons.all')}</option>
              {stages.map((one) => (
                <option key={one} value={one}>
                  {t(`filing.reasons.stage.${one}`)}
                </option>
              ))}
            </SelectField>
          </div>
          <p role="status" className="mid soft">
            {t('filing.reasons.count', { count: found.length, all: reasons.data.length })}
          </p>
          {found.length === 0 ? (
            <Empty title={t('filing.reasons.none')}>{t('filing.reasons.noneWhy')}</Empty>
          ) : (
            <Reasons reasons={found.slice(0, shown)} />
          )}
          {found.length > shown && (
            <p className="reasons-more">
              <Button onClick={() => setShown(shown + shelf)}>
                {t('filing.reasons.more', { count: Math.min(shelf, found.length - shown) })}
              </Button>
            </p>
          )}
        </>
      )}
    </Page>
  )
}

function Reasons({ reasons }: { reasons: FilingReason[] }) {
  return (
    <table className="tbl tbl--cards reasons">
      <caption className="vh">{t('filing.reasons.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('filing.reasons.cause')}</th>
          <th scope="col">{t('filing.reasons.field')}</th>
          <th scope="col">{t('cite.remedy')}</th>
          <th scope="col">{t('filing.reasons.turn')}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((reason) => (
          <Row key={reason.id} reason={reason} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ reason }: { reason: FilingReason }) {
  const { cause, heard, basis, sources, fields, remedy, turn, stage } = reason
  const [first] = sources
  return (
    <tr>
      <th scope="row" className="full">
        <b>{sentence(cause)}</b>
        <p lang="zh-CN">{heard.map((words) => `“${words}”`).join(' ')}</p>
        <p className="small muted">
          {t(`filing.reasons.stage.${stage}`)}
          {'\u2003'}
          {basis === 'rule' && `${t('filing.reasons.byRule')}\u2003`}
          {first && `${first.document}${first.date ? `\u2003${first.date}` : ''}`}
        </p>
      </th>
      <td className="full" data-l={t('filing.reasons.field')}>
        {fields.map((field) => pick(field)).join(t('listComma'))}
      </td>
      <td className="full" data-l={t('cite.remedy')}>
        {sentence(remedy)}
      </td>
      <td className="full" data-l={t('filing.reasons.turn')}>
        {turn.map((who) => t(`filing.reasons.turn.${who}`)).join(t('listComma'))}
      </td>
    </tr>
  )
}
