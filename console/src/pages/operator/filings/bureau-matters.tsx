import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Older } from '../../../design/older.tsx'
import { State } from '../../../design/state.tsx'
import { shortDate } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { AnswerMatter } from './answer-matter.tsx'
import { type BureauMatter, mattersQuery } from './bureau-queries.ts'
import { bureauName } from './stopped-lines.tsx'

/** 管局来件: unfiled sites, illegal accesses and checks that wait for an answer of ours, the most urgent first. */
export function BureauMatters() {
  const list = useInfiniteQuery(mattersQuery)
  const [chosen, setChosen] = useState<BureauMatter | null>(null)
  const matters = list.data?.pages.flatMap((page) => page.matters) ?? []
  if (list.isError && !list.data) return <Failure error={list.error} again={() => list.refetch()} />
  if (matters.length === 0) return null
  return (
    <section className="sec">
      <h2>{t('bureaus.matters.title')}</h2>
      <p className="soft">{t('bureaus.matters.lead')}</p>
      <table className="tbl tbl--cards">
        <caption className="vh">{t('bureaus.matters.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bureaus.matters.about')}</th>
            <th scope="col">{t('bureaus.matters.wanted')}</th>
            <th scope="col">{t('filing.desk.due')}</th>
            <th scope="col">{t('bureaus.matters.answer')}</th>
          </tr>
        </thead>
        <tbody>
          {matters.map((matter) => (
            <tr key={matter.id}>
              <th scope="row" className="full">
                <span className="sx">{matter.title}</span> <small className="muted">{matter.address}</small>
              </th>
              <td data-l={t('bureaus.matters.wanted')} className="full">
                {t(`bureaus.kind.${matter.kind}`)} <small className="muted">{bureauName(matter)}</small>
                {matter.again.map(({ on, address }) => (
                  <small className="muted" key={`${on} ${address}`}>
                    {' '}
                    {t('bureaus.matters.again', { on: shortDate(`${on}T12:00:00+08:00`) })}
                    {address !== null && address !== matter.address && ` ${address}`}
                  </small>
                ))}
                {!matter.ofAccount && <small className="muted"> {t('bureaus.matters.nobody')}</small>}
              </td>
              <td data-l={t('filing.desk.due')} className="nowrap">
                <State shape={matter.late ? 'fail' : matter.state === 'answering' ? 'run' : 'wait'}>
                  {shortDate(`${matter.dueOn}T12:00:00+08:00`)}
                </State>
              </td>
              <td className={matter.failure ? 'full' : undefined}>
                {matter.state === 'answering' ? (
                  t('bureaus.matters.answering')
                ) : (
                  <Button size="s" onClick={() => setChosen(matter)}>
                    {t('bureaus.matters.answer')}
                  </Button>
                )}
                {matter.failure && <p className="small">{matter.failure}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Older list={list} urgent />
      {chosen && <AnswerMatter matter={chosen} onClose={() => setChosen(null)} />}
    </section>
  )
}
