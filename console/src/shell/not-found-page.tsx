import { Empty } from '../design/empty.tsx'
import { t } from '../i18n/text.ts'
import { Link } from '../router/link.tsx'
import { Page } from './page.tsx'

export function NotFoundPage() {
  return (
    <Page title={t('notFound.title')} api="GET /v1/openapi.json">
      <Empty
        top
        title={t('notFound.title')}
        acts={
          <>
            <Link className="btn btn--main" to="/">
              {t('nav.search')}
            </Link>
            <Link className="btn" to="/help">
              {t('foot.help')}
            </Link>
          </>
        }
      >
        {t('notFound.text')}
      </Empty>
    </Page>
  )
}
