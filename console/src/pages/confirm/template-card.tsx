import { useState } from 'react'
import { post } from '../../api/client.ts'
import type { Template } from '../../api/types.ts'
import { sentenceOf } from '../../design/sentence-of.ts'
import { toast } from '../../design/toast.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { TemplateBadges } from '../templates/template-badges.tsx'
import { TemplateDetails } from '../templates/template-details.tsx'

/** A template is chosen by the whole card; without a verified address it cannot be chosen (S1-110). */
export function TemplateCard({
  template,
  chosen,
  onChoose,
}: {
  template: Template
  chosen: boolean
  onChoose: () => void
}) {
  const [sent, setSent] = useState(false)
  const off = !template.emailVerified
  const resend = async () => {
    try {
      await post(`templates/${template.id}/email`)
      setSent(true)
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  const tail = `${t(template.holderType === 'person' ? 'template.idTail' : 'template.codeTail')}${template.certificate.numberTail}`
  return (
    <div className="tpl" {...(off ? { 'data-off': '' } : {})}>
      <label>
        <input type="radio" name="template" checked={chosen} disabled={off} onChange={onChoose} />
        <b>{pick(template.name)}</b>
        <span className="muted">
          {template.default && `${t('template.default')}\u2003`}
          {tail}
        </span>
      </label>
      <TemplateBadges template={template} />
      <TemplateDetails template={template} />
      {off && (
        <p className="small soft">
          {t('confirm.cannotChoose')}{' '}
          {sent ? (
            <span role="status">{t('template.sent')}</span>
          ) : (
            <button type="button" className="link" onClick={resend}>
              {t('template.resend')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
