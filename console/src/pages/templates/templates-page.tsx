import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { templatesQuery } from '../../api/queries.ts'
import type { Template } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { Skeleton } from '../../design/skeleton.tsx'
import { toast } from '../../design/toast.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { DeleteTemplate } from './delete-template.tsx'
import { TemplateBadges } from './template-badges.tsx'
import './templates-page.css'

export function TemplatesPage() {
  return (
    <Page title={t('nav.templates')} api="GET /v1/templates">
      <SignedIn top>{() => <Templates />}</SignedIn>
    </Page>
  )
}

function Templates() {
  const templates = useQuery(templatesQuery)
  const newOne = (
    <Link className="btn btn--main" to="/templates/new">
      {t('template.new')}
    </Link>
  )
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('nav.templates')}</h1>
          <p>{t('templates.lead')}</p>
        </div>
        {templates.data && templates.data.templates.length > 0 && <div className="acts">{newOne}</div>}
      </div>
      {templates.isPending && <Skeleton rows={4} />}
      {templates.isError && <Failure error={templates.error} again={() => templates.refetch()} />}
      {templates.data?.templates.length === 0 && (
        <Empty title={t('templates.empty')} acts={newOne}>
          {t('templates.emptyWhy')}
        </Empty>
      )}
      {templates.data && templates.data.templates.length > 0 && (
        <table className="tbl tbl--cards templates">
          <thead>
            <tr>
              <th scope="col">{t('templates.holder')}</th>
              <th scope="col">{t('confirm.holderType')}</th>
              <th scope="col">{t('templates.paper')}</th>
              <th scope="col">{t('field.email')}</th>
              <th scope="col">{t('templates.state')}</th>
            </tr>
          </thead>
          <tbody>
            {templates.data.templates.map((template) => (
              <Row key={template.id} template={template} />
            ))}
          </tbody>
        </table>
      )}
      <p className="help after">
        <Link to="/help/$slug" params={{ slug: 'real-name' }}>
          {t('templates.realName')}
        </Link>
      </p>
    </>
  )
}

const openKey = (identity: Template['identity']) =>
  identity === 'unverified' || identity === 'failed' ? 'identity.open' : 'identity.see'

function Row({ template }: { template: Template }) {
  const [sent, setSent] = useState(false)
  const resend = async () => {
    try {
      await post(`templates/${template.id}/email`)
      setSent(true)
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  return (
    <tr>
      <th scope="row" className="full">
        <b>{pick(template.name)}</b> {template.default && <span className="tag">{t('template.default')}</span>}
      </th>
      <td className="full">{t(`holder.type.${template.holderType}`)}</td>
      <td className="full" data-l={t('templates.paper')}>
        {pick(template.certificate.title)} <code>…{template.certificate.numberTail}</code>
      </td>
      <td className="full">
        {template.email}{' '}
        {!template.emailVerified && (
          <Button
            size="s"
            look="text"
            onClick={resend}
            disabled={sent}
            aria-label={`${t('template.resend')} ${template.email}`}
          >
            {t(sent ? 'template.sent' : 'template.resend')}
          </Button>
        )}
      </td>
      <td className="full">
        <TemplateBadges template={template} />
        <span className="acts-of">
          <Link
            to="/templates/$id"
            params={{ id: template.id }}
            aria-label={`${t(openKey(template.identity))} ${pick(template.name)}`}
          >
            {t(openKey(template.identity))}
          </Link>
          {(template.identity === 'unverified' || template.identity === 'failed') && (
            <Link
              to="/templates/$id/edit"
              params={{ id: template.id }}
              aria-label={`${t('template.editShort')} ${pick(template.name)}`}
            >
              {t('template.editShort')}
            </Link>
          )}
          <DeleteTemplate template={template} />
        </span>
      </td>
    </tr>
  )
}
