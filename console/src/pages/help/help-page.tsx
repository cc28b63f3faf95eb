import type { ReactNode } from 'react'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import type { Article } from './article.ts'
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
        <>
          <Shelf title={t('help.aboutNames')} articles={articles.filter(({ about }) => about === undefined)} />
          <Shelf title={t('help.aboutFiling')} articles={articles.filter(({ about }) => about === 'filing')}>
            <li>
              <h3>
                <Link to="/filing-reasons">{t('help.reasons')}</Link>
              </h3>
              <p>{t('help.reasonsWhy')}</p>
            </li>
          </Shelf>
        </>
      ) : (
        <Skeleton rows={9} />
      )}
    </Page>
  )
}

function Shelf({ title, articles, children }: { title: string; articles: Article[]; children?: ReactNode }) {
  return (
    <section className="sec help-shelf">
      <h2>{title}</h2>
      <ul className="help-list">
        {articles.map((article) => (
          <li key={article.slug}>
            <h3>
              <Link to="/help/$slug" params={{ slug: article.slug }}>
                {article.title}
              </Link>
            </h3>
            <p>{article.lead}</p>
          </li>
        ))}
        {children}
      </ul>
    </section>
  )
}
