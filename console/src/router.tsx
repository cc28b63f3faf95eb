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
const signIn = createRoute({
  getParentRoute: at,
  path: '/sign-in',
  validateSearch: texts('next'),
  component: lazyRouteComponent(() => import('./pages/account/sign-in-page.tsx'), 'SignInPage'),
})
const signUp = createRoute({
  getParentRoute: at,
  path: '/sign-up',
  validateSearch: texts('next'),
  component: lazyRouteComponent(() => import('./pages/account/sign-up-page.tsx'), 'SignUpPage'),
})
const confirm = createRoute({
  getParentRoute: at,
  path: '/confirm',
  component: lazyRouteComponent(() => import('./pages/confirm/confirm-page.tsx'), 'ConfirmPage'),
})
const orders = createRoute({
  getParentRoute: at,
  path: '/orders',
  component: lazyRouteComponent(() => import('./pages/order/orders-page.tsx'), 'OrdersPage'),
})
const order = createRoute({
  getParentRoute: at,
  path: '/orders/$number',
  component: lazyRouteComponent(() => import('./pages/order/order-page.tsx'), 'OrderPage'),
})
const pay = createRoute({
  getParentRoute: at,
  path: '/orders/$number/pay',
  component: lazyRouteComponent(() => import('./pages/pay/pay-page.tsx'), 'PayPage'),
})
const domains = createRoute({
  getParentRoute: at,
  path: '/domains',
  validateSearch: texts('tab', 'sort', 'q', 'suffix'),
  component: lazyRouteComponent(() => import('./pages/domains/domains-page.tsx'), 'DomainsPage'),
})
const domain = createRoute({
  getParentRoute: at,
  path: '/domains/$name',
  component: lazyRouteComponent(() => import('./pages/domain/domain-page.tsx'), 'DomainPage'),
})
const templates = createRoute({
  getParentRoute: at,
  path: '/templates',
  component: lazyRouteComponent(() => import('./pages/templates/templates-page.tsx'), 'TemplatesPage'),
})
const newTemplate = createRoute({
  getParentRoute: at,
  path: '/templates/new',
  component: lazyRouteComponent(() => import('./pages/templates/new-template-page.tsx'), 'NewTemplatePage'),
})
const verifyEmail = createRoute({
  getParentRoute: at,
  path: '/verify-email',
  validateSearch: texts('token'),
  component: lazyRouteComponent(() => import('./pages/templates/verify-email-page.tsx'), 'VerifyEmailPage'),
})
const account = createRoute({
  getParentRoute: at,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/account-page.tsx'), 'AccountPage'),
})
const design = createRoute({
  getParentRoute: at,
  path: '/design',
  component: lazyRouteComponent(() => import('./pages/design/design-page.tsx'), 'DesignPage'),
})

const routeTree = root.addChildren([
  search,
  prices,
  suffix,
  help,
  article,
  signIn,
  signUp,
  confirm,
  orders,
  order,
  pay,
  domains,
  domain,
  templates,
  newTemplate,
  verifyEmail,
  account,
  design,
])

export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent' })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
