import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type FilingNumberAnswer, filingNumberQuery } from '../../../api/service-numbers.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { type Shape, State } from '../../../design/state.tsx'
import { longDate } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { Page } from '../../../shell/page.tsx'

const shapes: Readonly<Record<FilingNumberAnswer['state'], Shape>> = {
  'filed-here': 'ok',
  'filed-elsewhere': 'ok',
  'not-filed': 'off',
  'not-known': 'wait',
}

/** 备案查询: what is filed under a number or a name, for anybody. */
export function FilingNumbersPage() {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const answer = useQuery(filingNumberQuery(asked))
  return (
    <Page title={t('filing.lookUp.title')} api="GET /v1/filing-numbers">
      <div className="head">
        <div>
          <h1>{t('filing.lookUp.title')}</h1>
          <p>{t('filing.lookUp.lead')}</p>
        </div>
      </div>
      <div className="stack-l">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            const next = typed.trim()
            if (next === asked) void answer.refetch()
            else if (next.length >= 3) setAsked(next)
          }}
        >
          <TextField
            id="filing-query"
            label={t('filing.lookUp.field')}
            help={t('filing.lookUp.help')}
            value={typed}
            minLength={3}
            maxLength={260}
            required
            onChange={(event) => setTyped(event.target.value)}
          />
          <div className="acts">
            <Button type="submit" look="main">
              {t('filing.lookUp.ask')}
            </Button>
          </div>
        </form>
        <div aria-live="polite">
          {asked !== '' && answer.isFetching && <Skeleton rows={3} />}
          {answer.isError && !answer.isFetching && <Failure error={answer.error} again={() => answer.refetch()} />}
          {answer.data && !answer.isFetching && <Answer asked={asked} answer={answer.data} />}
        </div>
      </div>
    </Page>
  )
}

function Answer({ asked, answer }: { asked: string; answer: FilingNumberAnswer }) {
  const { subject } = answer
  return (
    <section className="stack">
      <h2 className="sx">{answer.number ?? asked}</h2>
      <p>
        <State shape={shapes[answer.state]}>{t(`filing.lookUp.${answer.state}`)}</State>
      </p>
      {subject && (
        <p>
          {t('filing.lookUp.subject')}
          {'\u2003'}
          {subject.name ?? t('filing.nature.person')}
          {'\u2003'}
          {subject.number}
        </p>
      )}
      {answer.services.map((service) => (
        <article key={service.number}>
          <h3>{service.name}</h3>
          <p className="mid soft">
            {service.number}
            {'\u2003'}
            {service.domains.join(' ')}
            {'\u2003'}
            {t('filing.lookUp.filedOn', { date: longDate(service.filedOn) })}
          </p>
        </article>
      ))}
    </section>
  )
}
