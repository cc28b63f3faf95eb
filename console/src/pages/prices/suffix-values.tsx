import type { ReactNode } from 'react'
import type { SuffixDetail, ValueSource } from '../../api/types.ts'
import { State } from '../../design/state.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'
import { t } from '../../i18n/text.ts'
import { realNameState } from './price-row.tsx'

interface Row {
  /** As the API names it in `sources`. */
  field: string
  label: TextKey
  value: ReactNode
}

/** What is known of a suffix, value by value, each with where it is from; what is not known says so. */
export function SuffixValues({ suffix }: { suffix: SuffixDetail }) {
  return rowsOf(suffix).map(({ title, rows }) => (
    <section className="sec" key={title}>
      <h2>{t(title)}</h2>
      <dl className="facts values">
        {rows.map(({ field, label, value }) => (
          <div key={field}>
            <dt>{t(label)}</dt>
            <dd>{value}</dd>
            <Source label={t(label)} source={sourceOf(suffix, field)} />
          </div>
        ))}
      </dl>
    </section>
  ))
}

function rowsOf(suffix: SuffixDetail): { title: TextKey; rows: Row[] }[] {
  const { label, lifecycle, periods } = suffix
  const realName = realNameState(suffix)
  const years = periods.min === null || periods.max === null ? null : { min: periods.min, max: periods.max }
  return [
    {
      title: 'suffix.values',
      rows: [
        { field: 'registryOperator', label: 'suffix.operator', value: suffix.registryOperator ?? <Unknown /> },
        { field: 'miitApproved', label: 'suffix.miit', value: yesNo(suffix.miitApproved) },
        { field: 'periods', label: 'suffix.years', value: years ? t('suffix.yearsRange', years) : <Unknown /> },
        { field: 'realName', label: 'prices.realName', value: <State shape={realName.shape}>{realName.text}</State> },
        { field: 'verifyBefore', label: 'suffix.verifyBefore', value: yesNo(suffix.verifyBefore) },
        { field: 'templateCovers', label: 'suffix.templateCovers', value: yesNo(suffix.templateCovers) },
        { field: 'namingReview', label: 'suffix.namingReview', value: yesNo(suffix.namingReview) },
      ],
    },
    {
      title: 'suffix.naming',
      rows: [
        { field: 'idn', label: 'prices.han', value: yesNo(suffix.idn) },
        { field: 'label.minLength', label: 'suffix.minLength', value: figure('suffix.characters', label.minLength) },
        { field: 'label.maxLength', label: 'suffix.maxLength', value: figure('suffix.characters', label.maxLength) },
        {
          field: 'label.maxLengthChinese',
          label: 'suffix.maxChinese',
          value: figure('suffix.characters', label.maxLengthChinese),
        },
        { field: 'variants', label: 'suffix.variants', value: suffix.variants ? yesNo(true) : <Unknown /> },
      ],
    },
    {
      title: 'suffix.life',
      rows: [
        { field: 'lifecycle.renewGraceDays', label: 'suffix.grace', value: days(lifecycle.renewGraceDays) },
        { field: 'lifecycle.redemptionDays', label: 'suffix.redemption', value: days(lifecycle.redemptionDays) },
        {
          field: 'lifecycle.pendingDeleteDays',
          label: 'suffix.pendingDelete',
          value: days(lifecycle.pendingDeleteDays),
        },
        { field: 'lifecycle.transferLockDays', label: 'suffix.transferLock', value: days(lifecycle.transferLockDays) },
        {
          field: 'lifecycle.transferDaysBeforeExpiry',
          label: 'suffix.transferEnd',
          value: days(lifecycle.transferDaysBeforeExpiry),
        },
        { field: 'registryLock', label: 'suffix.lock', value: yesNo(suffix.registryLock) },
        { field: 'dnssec', label: 'suffix.dnssec', value: yesNo(suffix.dnssec) },
      ],
    },
  ]
}

function Unknown() {
  return <State shape="todo">{t('prices.unknown')}</State>
}

function yesNo(answer: boolean | null): ReactNode {
  return answer === null ? <Unknown /> : <State shape={answer ? 'ok' : 'no'}>{t(answer ? 'yes' : 'no')}</State>
}

function figure(text: TextKey, count: number | null): ReactNode {
  return count === null ? <Unknown /> : t(text, { count })
}

const days = (count: number | null) => figure('suffix.days', count)

/** A whole (`periods`) speaks for its parts, and a part for the whole. */
function sourceOf(suffix: SuffixDetail, field: string): ValueSource | undefined {
  const exact = suffix.sources.find((each) => each.field === field)
  return (exact ?? suffix.sources.find((each) => field.startsWith(`${each.field}.`)))?.source
}

function Source({ label, source }: { label: string; source: ValueSource | undefined }) {
  if (!source) return null
  return (
    <dd>
      <details className="source">
        <summary aria-label={t('suffix.sourceOf', { what: label })}>{t('cite.source')}</summary>
        <p>
          {source.document}
          {source.date && `${t('comma')}${source.date}`}
        </p>
      </details>
    </dd>
  )
}
