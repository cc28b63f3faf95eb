import { useQuery } from '@tanstack/react-query'
import type { DomainVerification } from '../../api/domain-verification.ts'
import { templatesQuery } from '../../api/queries.ts'
import { DomainName } from '../../design/domain-name.tsx'
import { pick, sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

/** 认证域名: the holder and the paper that must match (S4-26, S4-28, S4-29). */
export function WhatIsVerified({ verification }: { verification: DomainVerification }) {
  const { name, ascii, template } = verification
  const whole = useQuery(templatesQuery).data?.templates.find(({ id }) => id === template.id)
  const tail = t('nameCheck.tail', { tail: template.certificate.numberTail })
  return (
    <aside className="panel" aria-label={t('nameCheck.what')}>
      <h2>{t('nameCheck.what')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('nameCheck.domain')}</dt>
          <dd>
            <DomainName name={name} ascii={ascii} />
          </dd>
        </div>
        <div>
          <dt>{t('nameCheck.holderType')}</dt>
          <dd>{t(`holder.type.${template.holderType}`)}</dd>
        </div>
        <div>
          <dt>{t('nameCheck.holder')}</dt>
          <dd>{pick(template.name)}</dd>
        </div>
        <div>
          <dt>{t('nameCheck.certificate')}</dt>
          <dd>{whole ? `${sentence(whole.certificate.title)}${t('comma')}${tail}` : tail}</dd>
        </div>
      </dl>
      <p className="help">{t('nameCheck.toChange')}</p>
      <p className="small">
        <Link to="/templates/$id" params={{ id: template.id }}>
          {t('nameCheck.template')}
        </Link>
      </p>
    </aside>
  )
}
