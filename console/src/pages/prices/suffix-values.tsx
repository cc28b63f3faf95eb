import type { ReactNode } from 'react'
import type { Suffix, ValueSource } from '../../api/types.ts'
import { State } from '../../design/state.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { realNameState } from './price-row.tsx'

type Answer = boolean | null

/** What is known of a suffix, value by value, each with where it is from; what is not known says so. */
export function SuffixValues({ suffix }: { suffix: Suffix }) {
  const realName = realNameState(suffix)
  const rows: { field: string; label: TextKey; value: ReactNode }[] = [
    { field: 'periods', label: 'suffix.years', value: t('suffix.yearsRange', suffix.periods) },
    { field: 'idn', label: 'prices.han', value: <YesNo answer={suffix.idn} /> },
    { field: 'realName', label: 'prices.realName', value: <State shape={realName.shape}>{realName.text}</State> },
    { field: 'verifyBefore', label: 'suffix.verifyBefore', value: <YesNo answer={suffix.verifyBefore} /> },
    { field: 'templateCovers', label: 'suffix.templateCovers', value: <YesNo answer={suffix.templateCovers} /> },
    { field: 'transfer', label: 'prices.transfer', value: <YesNo answer={suffix.supports.transfer} /> },
  ]
  return (
    <dl className="facts values">
      {rows.map(({ field, label, value }) => (
        <div key={field}>
          <dt>{t(label)}</dt>
          <dd>{value}</dd>
          <Source label={t(label)} sources={suffix.sources.filter((source) => source.field === field)} />
        </div>
      ))}
    </dl>
  )
}

function YesNo({ answer }: { answer: Answer }) {
  if (answer === null) return <State shape="todo">{t('prices.unknown')}</State>
  return <State shape={answer ? 'ok' : 'no'}>{t(answer ? 'yes' : 'no')}</State>
}

function Source({ label, sources }: { label: string; sources: Suffix['sources'] }) {
  if (sources.length === 0) return null
  return (
    <details className="source">
      <summary aria-label={t('suffix.sourceOf', { what: label })}>{t('cite.source')}</summary>
      {sources.map(({ source }) => (
        <p key={typeof source === 'string' ? source : source.document}>{whereOf(source)}</p>
      ))}
    </details>
  )
}

function whereOf(source: ValueSource) {
  if (typeof source === 'string') return <code>{source}</code>
  const where = [source.document, source.section, source.date].filter(Boolean).join(locale() === 'zh' ? '，' : ', ')
  return source.url ? <a href={source.url}>{where}</a> : where
}
