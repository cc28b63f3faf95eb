import type { ComponentType } from 'react'
import { loadText } from '../i18n/text.ts'
import type { Path } from './paths.ts'

type Load = () => Promise<ComponentType>

/** A page and its words arrive together; only the public search page makes do with the first words. */
const worded =
  (load: Load): Load =>
  async () => {
    const [page] = await Promise.all([load(), loadText('rest')])
    return page
  }

const forOperators =
  (load: Load): Load =>
  async () => {
    const [page] = await Promise.all([load(), loadText('rest', 'desk', 'suffixes', 'apart')])
    return page
  }

const ofSuffixes =
  (load: Load): Load =>
  async () => {
    const [page] = await Promise.all([load(), loadText('rest', 'suffixes')])
    return page
  }

/** Pages that few open, with words of their own. */
const takenByFew =
  (load: Load): Load =>
  async () => {
    const [page] = await Promise.all([load(), loadText('rest', 'apart')])
    return page
  }

const forFilings =
  (load: Load): Load =>
  async () => {
    const [page] = await Promise.all([load(), loadText('rest', 'filing')])
    return page
  }

const forFilingReviewers =
  (load: Load): Load =>
  async () => {
    const [page] = await Promise.all([load(), loadText('rest', 'desk', 'filing')])
    return page
  }

const pages: Record<Path, Load> = {
  '/': () => import('../pages/search/search-page.tsx').then((file) => file.SearchPage),
  '/bulk': takenByFew(() => import('../pages/bulk/bulk-page.tsx').then((file) => file.BulkPage)),
  '/prices': ofSuffixes(() => import('../pages/prices/prices-page.tsx').then((file) => file.PricesPage)),
  '/suffixes/$suffix': ofSuffixes(() => import('../pages/prices/suffix-page.tsx').then((file) => file.SuffixPage)),
  '/help': worded(() => import('../pages/help/help-page.tsx').then((file) => file.HelpPage)),
  '/help/$slug': worded(() => import('../pages/help/article-page.tsx').then((file) => file.ArticlePage)),
  '/sign-in': worded(() => import('../pages/account/sign-in-page.tsx').then((file) => file.SignInPage)),
  '/sign-up': worded(() => import('../pages/account/sign-up-page.tsx').then((file) => file.SignUpPage)),
  '/confirm': worded(() => import('../pages/confirm/confirm-page.tsx').then((file) => file.ConfirmPage)),
  '/personal-names': takenByFew(() =>
    import('../pages/personal-names/personal-names-page.tsx').then((file) => file.PersonalNamesPage),
  ),
  '/personal-names/$name': takenByFew(() =>
    import('../pages/personal-names/personal-order-page.tsx').then((file) => file.PersonalOrderPage),
  ),
  '/quick/$token': takenByFew(() =>
    import('../pages/quick-order/quick-order-page.tsx').then((file) => file.QuickOrderPage),
  ),
  '/orders': worded(() => import('../pages/order/orders-page.tsx').then((file) => file.OrdersPage)),
  '/orders/$number': worded(() => import('../pages/order/order-page.tsx').then((file) => file.OrderPage)),
  '/orders/$number/pay': worded(() => import('../pages/pay/pay-page.tsx').then((file) => file.PayPage)),
  '/domains': takenByFew(() => import('../pages/domains/domains-page.tsx').then((file) => file.DomainsPage)),
  '/domains/$name': takenByFew(() => import('../pages/domain/domain-page.tsx').then((file) => file.DomainPage)),
  '/domains/$name/holder': takenByFew(() =>
    import('../pages/holder-change/holder-change-page.tsx').then((file) => file.HolderChangePage),
  ),
  '/domains/$name/verification': takenByFew(() =>
    import('../pages/domain-verification/domain-verification-page.tsx').then((file) => file.DomainVerificationPage),
  ),
  '/qualifications/$name': worded(() =>
    import('../pages/qualification/qualification-page.tsx').then((file) => file.QualificationPage),
  ),
  '/filings': forFilings(() => import('../pages/filing/filings-page.tsx').then((file) => file.FilingsPage)),
  '/filings/new': forFilings(() => import('../pages/filing/new-filing-page.tsx').then((file) => file.NewFilingPage)),
  '/filings/$number': forFilings(() => import('../pages/filing/filing-page.tsx').then((file) => file.FilingPage)),
  '/service-numbers': forFilings(() =>
    import('../pages/filing/service-numbers/service-numbers-page.tsx').then((file) => file.ServiceNumbersPage),
  ),
  '/filing-numbers': forFilings(() =>
    import('../pages/filing/look-up/filing-numbers-page.tsx').then((file) => file.FilingNumbersPage),
  ),
  '/filing-reasons': forFilings(() =>
    import('../pages/filing/reasons/reasons-page.tsx').then((file) => file.ReasonsPage),
  ),
  '/filing-rules': forFilings(() =>
    import('../pages/filing/rules/provinces-page.tsx').then((file) => file.ProvincesPage),
  ),
  '/filing-rules/$province': forFilings(() =>
    import('../pages/filing/rules/province-page.tsx').then((file) => file.ProvincePage),
  ),
  '/templates': worded(() => import('../pages/templates/templates-page.tsx').then((file) => file.TemplatesPage)),
  '/templates/new': worded(() =>
    import('../pages/templates/new-template-page.tsx').then((file) => file.NewTemplatePage),
  ),
  '/templates/$id/edit': worded(() =>
    import('../pages/templates/edit-template-page.tsx').then((file) => file.EditTemplatePage),
  ),
  '/templates/$id': worded(() =>
    import('../pages/verification/verification-page.tsx').then((file) => file.VerificationPage),
  ),
  '/upload/$token': takenByFew(() => import('../pages/verification/upload-page.tsx').then((file) => file.UploadPage)),
  '/filing-upload/$token': forFilings(() =>
    import('../pages/filing/check/phone-page.tsx').then((file) => file.PhonePage),
  ),
  '/verify-email': worded(() =>
    import('../pages/templates/verify-email-page.tsx').then((file) => file.VerifyEmailPage),
  ),
  '/messages': takenByFew(() => import('../pages/messages/messages-page.tsx').then((file) => file.MessagesPage)),
  '/tickets': takenByFew(() => import('../pages/tickets/tickets-page.tsx').then((file) => file.TicketsPage)),
  '/tickets/$number': takenByFew(() => import('../pages/tickets/ticket-page.tsx').then((file) => file.TicketPage)),
  '/operator/tickets': forOperators(() =>
    import('../pages/operator/tickets/tickets-desk-page.tsx').then((file) => file.TicketsDeskPage),
  ),
  '/operator/tickets/$number': forOperators(() =>
    import('../pages/operator/tickets/ticket-desk-page.tsx').then((file) => file.TicketDeskPage),
  ),
  '/account': takenByFew(() => import('../pages/account/account-page.tsx').then((file) => file.AccountPage)),
  '/operator/catalog': forOperators(() =>
    import('../pages/operator/catalog-page.tsx').then((file) => file.CatalogPage),
  ),
  '/operator/catalog/$suffix': forOperators(() =>
    import('../pages/operator/catalog-suffix-page.tsx').then((file) => file.CatalogSuffixPage),
  ),
  '/operator/catalog/$suffix/$change': forOperators(() =>
    import('../pages/operator/change-page.tsx').then((file) => file.ChangePage),
  ),
  '/operator/changes': forOperators(() =>
    import('../pages/operator/changes-page.tsx').then((file) => file.ChangesPage),
  ),
  '/operator/reviews': forOperators(() =>
    import('../pages/operator/reviews/reviews-page.tsx').then((file) => file.ReviewsPage),
  ),
  '/operator/remittances': forOperators(() =>
    import('../pages/operator/remittances/remittances-page.tsx').then((file) => file.RemittancesPage),
  ),
  '/operator/refunds': forOperators(() =>
    import('../pages/operator/refunds/refunds-page.tsx').then((file) => file.RefundsPage),
  ),
  '/operator/promotions': forOperators(() =>
    import('../pages/operator/promotions/promotions-page.tsx').then((file) => file.PromotionsPage),
  ),
  '/operator/promotions/$id': forOperators(() =>
    import('../pages/operator/promotions/promotion-page.tsx').then((file) => file.PromotionPage),
  ),
  '/operator/reviewers': forOperators(() =>
    import('../pages/operator/reviewers/reviewers-page.tsx').then((file) => file.ReviewersPage),
  ),
  '/operator/cases': forOperators(() =>
    import('../pages/operator/cases/cases-page.tsx').then((file) => file.CasesPage),
  ),
  '/operator/decisions': forOperators(() =>
    import('../pages/operator/decisions/decisions-page.tsx').then((file) => file.DecisionsPage),
  ),
  '/operator/enhanced-checks': forOperators(() =>
    import('../pages/operator/enhanced/enhanced-page.tsx').then((file) => file.EnhancedPage),
  ),
  '/operator/cases/$number': forOperators(() =>
    import('../pages/operator/cases/case-page.tsx').then((file) => file.CasePage),
  ),
  '/operator/filings': forFilingReviewers(() =>
    import('../pages/operator/filings/filing-queue-page.tsx').then((file) => file.FilingQueuePage),
  ),
  '/operator/filings/$number': forFilingReviewers(() =>
    import('../pages/operator/filings/filing-review-page.tsx').then((file) => file.FilingReviewPage),
  ),
  '/operator/filing-entries': forFilingReviewers(() =>
    import('../pages/operator/filing-entries/entries-page.tsx').then((file) => file.EntriesPage),
  ),
  '/operator/filing-entries/$number': forFilingReviewers(() =>
    import('../pages/operator/filing-entries/entry-page.tsx').then((file) => file.EntryPage),
  ),
  '/operator/filing-findings': forFilingReviewers(() =>
    import('../pages/operator/filings/filing-findings-page.tsx').then((file) => file.FilingFindingsPage),
  ),
  '/operator/bureau-files': forFilingReviewers(() =>
    import('../pages/operator/bureau-files/bureau-files-page.tsx').then((file) => file.BureauFilesPage),
  ),
  '/operator/bureau-files/$direction/$id': forFilingReviewers(() =>
    import('../pages/operator/bureau-files/bureau-file-page.tsx').then((file) => file.BureauFilePage),
  ),
  '/operator/curtains': forFilingReviewers(() =>
    import('../pages/operator/curtains/curtains-page.tsx').then((file) => file.CurtainsPage),
  ),
  '/operator/domain-reports': forOperators(() =>
    import('../pages/operator/domain-reports/domain-reports-page.tsx').then((file) => file.DomainReportsPage),
  ),
  '/operator/reasons': forOperators(() =>
    import('../pages/operator/reasons/reasons-page.tsx').then((file) => file.ReasonsPage),
  ),
  '/design': ofSuffixes(() => import('../pages/design/design-page.tsx').then((file) => file.DesignPage)),
}

const loaded = new Map<Path, ComponentType>()

/** The page's component: at once when it was loaded before. */
export function pageOf(path: Path): ComponentType | Promise<ComponentType> {
  const known = loaded.get(path)
  if (known) return known
  return pages[path]().then((page) => {
    loaded.set(path, page)
    return page
  })
}

/** Fetches a page that somebody is about to open. */
export function preloadPage(path: Path): void {
  const page = pageOf(path)
  // Opening it will try again and say what is wrong.
  if (page instanceof Promise) page.catch(() => undefined)
}
