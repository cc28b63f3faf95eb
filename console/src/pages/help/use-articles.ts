import { queryOptions, useQuery } from '@tanstack/react-query'
import { locale } from '../../i18n/locale.ts'
import type { Article } from './article.ts'

const load: Record<'zh' | 'en', () => Promise<Article[]>> = {
  zh: () => import('./zh/articles.ts').then((file) => file.articles),
  en: () => import('./en/articles.ts').then((file) => file.articles),
}

/** The help pages of the reader's language, fetched when first needed. */
export function useArticles() {
  const language = locale()
  return useQuery(
    queryOptions({ queryKey: ['articles', language], queryFn: () => load[language](), staleTime: Infinity }),
  )
}
