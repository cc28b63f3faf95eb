import { useQuery } from '@tanstack/react-query'
import { type FilingStepName, type Preflight, preflightQuery } from '../../api/filing.ts'
import { Cite } from '../../design/cite.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { fieldLabel, placeOf } from './field-label.ts'
import { stepOfField } from './step-of-field.ts'

/** 预检: what the bureau would find, found now, with the rule, its source, its date and the remedy. */
export function PreflightPanel({
  number,
  kinds,
  goTo,
}: {
  number: string
  /** Of the services, in their order. */
  kinds: readonly string[]
  goTo: (step: FilingStepName, field: string) => void
}) {
  const preflight = useQuery(preflightQuery(number))
  const found =
    preflight.data?.steps.flatMap(({ step, findings }) => findings.map((finding) => ({ step, finding }))) ?? []
  const of = (severity: string) => found.filter(({ finding }) => finding.severity === severity)
  // One thing may be told several times, by a rule and by parts of the record: it is shown once.
  const told = new Set(of('refuse').map(({ finding }) => placeOf(finding.field)))
  const wire = new Map<string, Preflight['wire'][number]>()
  for (const one of preflight.data?.wire ?? []) {
    const key = placeOf(one.field)
    if (!told.has(key) && !wire.has(key)) wire.set(key, one)
  }
  return (
    <aside className="panel panel--up pre" aria-label={t('filing.preflight.title')}>
      <header>
        <h2>{t('filing.preflight.title')}</h2>
        <p className="score" role="status">
          {preflight.data && (
            <>
              <State shape="fail">{t('filing.preflight.refuse', { count: of('refuse').length + wire.size })}</State>
              <State shape="you">{t('filing.preflight.advise', { count: of('advise').length })}</State>
              <State shape="wait">{t('filing.preflight.unknown', { count: of('unknown').length })}</State>
            </>
          )}
        </p>
      </header>
      {(preflight.isPending || preflight.isError) && (
        <div className="find">
          {preflight.isPending && <Skeleton rows={4} />}
          {preflight.isError && <Failure error={preflight.error} again={() => preflight.refetch()} />}
        </div>
      )}
      {of('refuse').map(({ step, finding }) => (
        <article className="find" key={finding.rule + finding.field}>
          <h3>
            <State shape="fail">{sentence(finding.message)}</State>
          </h3>
          <Cite finding={finding} />
          <button type="button" className="link small" onClick={() => goTo(step, finding.field)}>
            {t('filing.preflight.goTo')}
          </button>
        </article>
      ))}
      {of('advise').map(({ finding }) => (
        <article className="find" key={finding.rule + finding.field}>
          <h3>
            <State shape="you">{sentence(finding.message)}</State>
          </h3>
          <p className="mid soft">{sentence(finding.remedy)}</p>
        </article>
      ))}
      {of('unknown').length > 0 && (
        <details className="find">
          <summary>{t('filing.preflight.unknownList')}</summary>
          <ul>
            {of('unknown').map(({ finding }) => (
              <li key={finding.rule + finding.field}>{sentence(finding.message)}</li>
            ))}
          </ul>
        </details>
      )}
      {[...wire].map(([key, { field, message }]) => (
        <article className="find" key={key}>
          <h3>
            <State shape="fail">{labelled(field, kinds, sentence(message))}</State>
          </h3>
          <button type="button" className="link small" onClick={() => goTo(stepOfField(field), field)}>
            {t('filing.preflight.goTo')}
          </button>
        </article>
      ))}
    </aside>
  )
}

function labelled(of: string, kinds: readonly string[], message: string): string {
  const field = fieldLabel(of, kinds)
  return field === undefined ? message : t('filing.preflight.of', { field, message })
}
