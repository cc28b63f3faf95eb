import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import { useArticles } from './use-articles.ts'
import './help-page.css'

export function HelpPage() {
  const { data: articles } = useArticles()
  return (
    <Page title={t('help.title')} api="GET /v1/openapi.json">
      <div className="head">
        <div>
          <h1>{t('help.title')}</h1>
          <p>{t('help.lead')}</p>
        </div>
      </div>
      {articles ? (
        <ul className="help-list">
          {articles.map((article) => (
            <li key={article.slug}>
              <h2>
                <Link to="/help/$slug" params={{ slug: article.slug }}>
                  {article.title}
                </Link>
              </h2>
              <p>{article.lead}</p>
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton rows={9} />
      )}
    </Page>
  )
}
