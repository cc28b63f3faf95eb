import { Empty } from '../../design/empty.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import type { Article } from './article.ts'
import { ArticleLinks } from './article-links.tsx'
import { FlowDrawing } from './flow-drawing.tsx'
import { RulesInForce } from './rules-in-force.tsx'
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
      {article && articles && (
        <ArticleBody
          article={article}
          others={articles.filter((each) => each !== article && each.about === article.about)}
        />
      )}
    </Page>
  )
}

/** Nothing is fetched before somebody wants to see it. */
function Film({ name, title }: { name: string; title: string }) {
  const place = `/walkthrough/${name}`
  return (
    <video className="film" controls preload="none" poster={`${place}.webp`} aria-label={title}>
      <source src={`${place}.webm`} type="video/webm" />
      <track kind="captions" src={`${place}.zh.vtt`} srcLang="zh" label="中文" default={locale() === 'zh'} />
      <track kind="captions" src={`${place}.en.vtt`} srcLang="en" label="English" default={locale() === 'en'} />
    </video>
  )
}

function ArticleBody({ article, others }: { article: Article; others: Article[] }) {
  return (
    <div className="two">
      <article className="prose">
        <h1>{article.title}</h1>
        <p className="lead">{article.lead}</p>
        {article.video && <Film name={article.video} title={article.title} />}
        {article.flow && <FlowDrawing flow={article.flow} name={article.slug} />}
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
            {section.links && <ArticleLinks links={section.links} />}
            {section.warn && (
              <Note tone="you">
                <p>{section.warn}</p>
              </Note>
            )}
          </section>
        ))}
        {article.rules && <RulesInForce topic={article.rules} />}
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
