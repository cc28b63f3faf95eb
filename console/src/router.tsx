import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { texts } from './search-params.ts'
import { CrashPage } from './shell/crash-page.tsx'
import { Layout } from './shell/layout.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'

const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage, errorComponent: CrashPage })
const at = () => root

const search = createRoute({
  getParentRoute: at,
  path: '/',
  validateSearch: texts('q', 'suffixes', 'mode'),
  component: lazyRouteComponent(() => import('./pages/search/search-page.tsx'), 'SearchPage'),
})
const prices = createRoute({
  getParentRoute: at,
  path: '/prices',
  component: lazyRouteComponent(() => import('./pages/prices/prices-page.tsx'), 'PricesPage'),
})
const suffix = createRoute({
  getParentRoute: at,
  path: '/suffixes/$suffix',
  component: lazyRouteComponent(() => import('./pages/prices/suffix-page.tsx'), 'SuffixPage'),
})
const help = createRoute({
  getParentRoute: at,
  path: '/help',
  component: lazyRouteComponent(() => import('./pages/help/help-page.tsx'), 'HelpPage'),
})
const article = createRoute({
  getParentRoute: at,
  path: '/help/$slug',
  component: lazyRouteComponent(() => import('./pages/help/article-page.tsx'), 'ArticlePage'),
})

const routeTree = root.addChildren([search, prices, suffix, help, article])

export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent' })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
