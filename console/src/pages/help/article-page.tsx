import { Empty } from '../../design/empty.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import type { Article } from './article.ts'
import { useArticles } from './use-articles.ts'
import './help-page.css'

export function ArticlePage() {
  const { slug } = useParams('/help/$slug')
  const { data: articles } = useArticles()
  const article = articles?.find((each) => each.slug === slug)
  return (
    <Page title={article?.title ?? t('help.title')} api="GET /v1/openapi.json">
      <p className="crumb">
        <Link to="/help">{t('help.title')}</Link>
        {'\u2003›\u2003'}
        {article?.title}
      </p>
      {!articles && <Skeleton />}
      {articles && !article && (
        <Empty top title={t('notFound.title')}>
          {t('notFound.text')}
        </Empty>
      )}
      {article && articles && <ArticleBody article={article} others={articles.filter((each) => each !== article)} />}
    </Page>
  )
}

function ArticleBody({ article, others }: { article: Article; others: Article[] }) {
  return (
    <div className="two">
      <article className="prose">
        <h1>{article.title}</h1>
        <p className="lead">{article.lead}</p>
        {article.sections.map((section) => (
          <section key={section.title}>
            <h2>{section.title}</h2>
            {section.text?.map((text) => (
              <p key={text}>{text}</p>
            ))}
            {section.list && (
              <ul>
                {section.list.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            )}
            {section.steps && (
              <ol>
                {section.steps.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ol>
            )}
            {section.warn && (
              <Note tone="you">
                <p>{section.warn}</p>
              </Note>
            )}
          </section>
        ))}
        <section className="cite">
          <h2>{t('help.sources')}</h2>
          <ul>
            {article.sources.map((source) => (
              <li key={source.title}>{source.url ? <a href={source.url}>{source.title}</a> : source.title}</li>
            ))}
            <li className="muted">{t('help.updated', { date: article.updated })}</li>
          </ul>
        </section>
      </article>
      <aside className="panel" aria-label={t('help.more')}>
        <h2>{t('help.more')}</h2>
        <ul className="help-more">
          {others.map((other) => (
            <li key={other.slug}>
              <Link to="/help/$slug" params={{ slug: other.slug }}>
                {other.title}
              </Link>
            </li>
          ))}
        </ul>
      </aside>
    </div>
  )
}
