import type { ReactNode } from 'react'
import type { Finding } from '../api/types.ts'
import { locale, sentence } from '../i18n/locale.ts'
import { t } from '../i18n/text.ts'
import { sourceAddress } from './source-address.ts'

/** What a refusal rests on: rule, source, since when, what to do. Takes a finding exactly as the API gives it. */
export function Cite({ finding, remedy }: { finding: Finding; remedy?: ReactNode }) {
  const { source } = finding
  const address = sourceAddress(source)
  const where = locale() === 'zh' ? `${source.document}，${source.section}` : `${source.document}, ${source.section}`
  return (
    <dl className="cite">
      <div>
        <dt>{t('cite.rule')}</dt>
        <dd>
          <b>
            <code>{finding.rule}</code>
          </b>
          {'\u2003'}
          {sentence(finding.message)}
        </dd>
      </div>
      <div>
        <dt>{t('cite.source')}</dt>
        <dd>{address ? <a href={address}>{where}</a> : where}</dd>
      </div>
      <div>
        <dt>{t('cite.since')}</dt>
        <dd>
          {finding.until
            ? t('cite.fromUntil', { from: finding.from, until: finding.until })
            : t('cite.from', { from: finding.from })}
        </dd>
      </div>
      <div>
        <dt>{t('cite.remedy')}</dt>
        <dd>
          {remedy ?? sentence(finding.remedy)}
          {finding.see && (
            <>
              {' '}
              <a href={finding.see}>{t('cite.see', { host: new URL(finding.see).host })}</a>
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}
