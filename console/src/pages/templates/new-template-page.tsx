import { useQueryClient } from '@tanstack/react-query'
import { templatesQuery } from '../../api/queries.ts'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { TemplateForm } from './template-form.tsx'
import './templates-page.css'

export function NewTemplatePage() {
  const cache = useQueryClient()
  return (
    <Page title={t('template.new')} api="POST /v1/templates">
      <p className="crumb">
        <Link to="/templates">{t('nav.templates')}</Link>
        {'\u2003›\u2003'}
        {t('template.new')}
      </p>
      <div className="head">
        <div>
          <h1>{t('template.new')}</h1>
          <p>{t('templates.lead')}</p>
        </div>
      </div>
      <SignedIn>
        {() => (
          <div className="form-page">
            <TemplateForm
              holderType="organisation"
              onCancel={() => go({ to: '/templates' })}
              onDone={async (made) => {
                await cache.invalidateQueries({ queryKey: templatesQuery.queryKey })
                toast(t('template.made', { email: made.email }))
                go({ to: '/templates' })
              }}
            />
          </div>
        )}
      </SignedIn>
    </Page>
  )
}
