import type { ReactNode } from 'react'
import type { SuffixDetail, ValueSource } from '../../api/types.ts'
import { State } from '../../design/state.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'
import { longDate } from '../../i18n/format.ts'
import { knownText, t } from '../../i18n/text.ts'
import { tiersInWords } from './listed-tiers.tsx'
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
        { field: 'backend', label: 'suffix.backend', value: suffix.backend ?? <Unknown /> },
        { field: 'miitApproved', label: 'suffix.miit', value: yesNo(suffix.miitApproved) },
        ...(suffix.miitApprovedOn
          ? [{ field: 'miitApprovedOn', label: 'suffix.miitOn', value: approvedOn(suffix.miitApprovedOn) } as const]
          : []),
        ...asked(suffix),
        { field: 'periods', label: 'suffix.years', value: years ? t('suffix.yearsRange', years) : <Unknown /> },
        { field: 'premiumTiers', label: 'suffix.premiumTiers', value: tiersInWords(suffix) ?? <Unknown /> },
        { field: 'realName', label: 'prices.realName', value: <State shape={realName.shape}>{realName.text}</State> },
        ...(suffix.realNameSince
          ? [{ field: 'realNameSince', label: 'suffix.realNameSince', value: longDate(suffix.realNameSince) } as const]
          : []),
        { field: 'verifyBefore', label: 'suffix.verifyBefore', value: yesNo(suffix.verifyBefore) },
        { field: 'templateCovers', label: 'suffix.templateCovers', value: yesNo(suffix.templateCovers) },
        ...(suffix.templateCautions
          ? [{ field: 'templateCautions', label: 'suffix.cautions', value: cautions(suffix.templateCautions) } as const]
          : []),
        { field: 'namingReview', label: 'suffix.namingReview', value: yesNo(suffix.namingReview) },
        { field: 'namingRefund', label: 'suffix.namingRefund', value: yesNo(suffix.namingRefund) },
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
        {
          field: 'label.hyphenRule',
          label: 'suffix.hyphens',
          value: label.hyphenRule ? t(`suffix.hyphens.${label.hyphenRule}`) : <Unknown />,
        },
        { field: 'variants', label: 'suffix.variants', value: oneName(suffix.variants) },
      ],
    },
    {
      title: 'suffix.life',
      rows: [
        { field: 'lifecycle.addGraceDays', label: 'suffix.addGrace', value: days(lifecycle.addGraceDays) },
        {
          field: 'lifecycle.autoRenewGraceDays',
          label: 'suffix.autoRenewGrace',
          value: days(lifecycle.autoRenewGraceDays),
        },
        { field: 'lifecycle.renewGraceDays', label: 'suffix.grace', value: days(lifecycle.renewGraceDays) },
        { field: 'lifecycle.redemptionDays', label: 'suffix.redemption', value: days(lifecycle.redemptionDays) },
        {
          field: 'lifecycle.redemptionRetailDays',
          label: 'suffix.redemptionRetail',
          value: days(lifecycle.redemptionRetailDays),
        },
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
        ...(lifecycle.marketHoldDays === null
          ? []
          : [
              {
                field: 'lifecycle.marketHoldDays',
                label: 'suffix.marketHold',
                value: days(lifecycle.marketHoldDays),
              } as const,
            ]),
        { field: 'registryLock', label: 'suffix.lock', value: yesNo(suffix.registryLock) },
        { field: 'dnssec', label: 'suffix.dnssec', value: yesNo(suffix.dnssec) },
      ],
    },
  ]
}

/** What a holder must be or prove, and what is special: known codes in words, others as they are. */
function asked({ qualification, special }: SuffixDetail): Row[] {
  return [
    ...(qualification === null
      ? []
      : [{ field: 'qualification', label: 'suffix.qualification', value: coded(qualification) } as const]),
    ...(special === null || special === qualification
      ? []
      : [{ field: 'special', label: 'suffix.special', value: coded(special) } as const]),
  ]
}

function coded(code: string): string {
  return knownText(`suffix.code.${code}`) ?? code
}

function cautions(codes: readonly string[]): ReactNode {
  return codes.length === 0 ? t('suffix.noCautions') : codes.map(coded).join(t('semicolon'))
}

function approvedOn({ date, is }: { date: string; is: 'on' | 'by' | 'about' }): string {
  return t(`suffix.miitOn.${is}`, { date })
}

function oneName(variants: SuffixDetail['variants']): ReactNode {
  return variants === null ? <Unknown /> : yesNo(variants === 'one-name')
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
