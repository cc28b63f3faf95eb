import type { FastifyInstance } from 'fastify'
import { clockRoute } from './faces/console-api/clock-route.ts'
import { rulesReviewedOn, rulesRoutes } from './faces/console-api/rules-routes.ts'
import type { Clock, FollowedClock } from './kernel/clock/index.ts'
import type { Configuration } from './kernel/configuration/index.ts'
import type { ShopFront, ShopFronts } from './kernel/http/index.ts'
import type { Vault } from './kernel/vault/index.ts'
import { accountsRoutes, createCodeAsks, nameOfUser, phoneRoutes } from './modules/accounts/index.ts'
import { catalogOperatorRoutes, catalogRoutes, type LiveCatalog } from './modules/catalog/index.ts'
import { domainReportRoutes } from './modules/domain-reports/index.ts'
import { domainsRoutes, type Registries } from './modules/domains/index.ts'
import {
  type BureauFiles,
  type BureauLines,
  type Bureaus,
  bureauFileRoutes,
  bureauLineRoutes,
  bureauMatterRoutes,
  type FilingRegister,
  filingCheckRoutes,
  filingDutyRoutes,
  filingEntryRoutes,
  filingFormRoutes,
  filingOfName,
  filingPaperRoutes,
  filingReviewRoutes,
  filingRoutes,
  type KnownToMinistry,
  publicFilingRoutes,
  type SiteProbe,
} from './modules/filing/index.ts'
import { listRoutes } from './modules/list/index.ts'
import { balanceOf, ledgerAccounts, remittanceRoutes } from './modules/money/index.ts'
import { noticesRoutes } from './modules/notices/index.ts'
import { nextStepsRoute, ordersRoutes, type PaymentChannel, quickOrderRoutes } from './modules/orders/index.ts'
import { personalNameRoutes } from './modules/personal-names/index.ts'
import { promotionOperatorRoutes, promotionsRoutes } from './modules/promotions/index.ts'
import { circumstancesOf, registrantsRoutes, type Template } from './modules/registrants/index.ts'
import {
  type AvailabilityAsker,
  appraiseName,
  bulkRoutes,
  filingFindings,
  newHolderFindings,
  pinyinRoute,
  premiumNotSold,
  premiumSaid,
  recordRoutes,
  type SearchRoutesDeps,
  searchRoutes,
  suggestionRoutes,
} from './modules/search/index.ts'
import { serviceNumberRoutes } from './modules/service-numbers/index.ts'
import { openTicketOf, ticketRoutes } from './modules/tickets/index.ts'
import {
  consentRoutes,
  deletionRoutes,
  domainVerificationRoutes,
  enhancedRoutes,
  type NamesToQualify,
  paperRoutes,
  provedInDays,
  qualificationRoutes,
  type Recipient,
  reviewRoutes,
  type VerificationProvider,
} from './modules/verification/index.ts'

export interface RouteParts {
  readonly config: Configuration
  readonly origin: string
  readonly vault: Vault
  readonly clock: Clock
  /** The clock of a world that is not this one's, where the configuration names it. */
  readonly followed: FollowedClock | undefined
  readonly fronts: ShopFronts
  readonly signIn: Parameters<typeof accountsRoutes>[0]['signIn']
  readonly catalog: LiveCatalog
  readonly asker: AvailabilityAsker
  readonly known: SearchRoutesDeps['known']
  readonly registries: Registries
  readonly provider: VerificationProvider | undefined
  readonly names: NamesToQualify
  readonly channel: PaymentChannel
  readonly knownToMinistry: KnownToMinistry
  readonly changes: Parameters<typeof ordersRoutes>[0]['changes']
  readonly bureaus: Bureaus & FilingRegister
  readonly probe: SiteProbe
  readonly lines: BureauLines
  readonly files: BureauFiles
  readonly kill: { onPoint?: (point: string) => void }
}

/** Every route of the API, with what it needs. */
export function routesOf(parts: RouteParts): ((app: FastifyInstance) => void)[] {
  const { config, origin, vault, clock, followed, fronts, signIn, catalog, asker, known, registries } = parts
  const { provider, names, channel, changes, kill, knownToMinistry } = parts
  const searching = { catalog, asker, known, clock, registryLimitMs: config.search.registryLimitMs }
  const ordering = {
    catalog,
    asker,
    channel,
    changes,
    origin,
    payWithinMinutes: config.orders.payWithinMinutes,
    registryLimitMs: config.search.registryLimitMs,
    fronts,
    verifyBefore: config.verification.before,
    ...kill,
    registries,
    provider,
    names,
  }
  const reviewed = {
    catalog,
    registries,
    needsQualification: (name: string) => {
      const kind = names.find(name)?.kind
      return kind !== undefined && (provedInDays.has(kind) || ('undated' as const))
    },
    holderFindings: (
      {
        name,
        suffix,
        front,
      }: { readonly name: string; readonly suffix: string; readonly front: ShopFront['kind'] | null },
      template: Pick<Template, 'region' | 'holderType' | 'name' | 'certificate'>,
    ) => {
      const site = fronts.doneAt(front)
      const holder = { ...(site && { site }), ...circumstancesOf(template) }
      return newHolderFindings(catalog, { name, suffix, holder }, clock.today())
    },
  }
  const codeAsks = createCodeAsks({ secret: config.auth.secret.reveal() })
  const filing = {
    vault,
    catalog,
    bureaus: parts.bureaus,
    register: parts.bureaus,
    probe: parts.probe,
    knownToMinistry,
    changes,
  }
  return [
    accountsRoutes({
      signIn,
      codeAsks,
      origin,
      fronts,
      movable: followed !== undefined,
      ...(config.clock.source?.page === undefined ? {} : { clockPage: config.clock.source.page }),
      rulesDate: rulesReviewedOn(),
      verifyBefore: config.verification.before,
      quickOrder: config.quickOrder !== undefined,
      balanceOf: (trx, account) => balanceOf(trx, ledgerAccounts.balance(account)),
    }),
    phoneRoutes({ signIn, codeAsks }),
    catalogRoutes({ catalog, clock, fronts }),
    catalogOperatorRoutes({ catalog }),
    promotionsRoutes({ codesFrom: config.promotions.codesFrom }),
    promotionOperatorRoutes({ catalog }),
    searchRoutes(searching),
    personalNameRoutes({ ...searching, vault, provider }),
    suggestionRoutes(searching),
    pinyinRoute,
    recordRoutes({ catalog, clock, ask: (registry, ascii) => registries.registry(registry).info(ascii) }),
    bulkRoutes(searching),
    registrantsRoutes({ vault, origin }),
    paperRoutes({ vault, origin }),
    consentRoutes({ vault, recipients: recipientsOf(config) }),
    deletionRoutes(),
    noticesRoutes,
    qualificationRoutes({ vault, names, fronts }),
    enhancedRoutes({ vault, fronts }),
    reviewRoutes({
      vault,
      policy: { fourEyes: config.verification.fourEyes, provider: provider !== undefined },
      names,
    }),
    listRoutes({
      appraiser: {
        appraise: (name) => appraiseName(catalog, name, clock.today()),
        premiumPrices: (trx, asciiNames) => premiumSaid(trx, asciiNames, clock),
        notSold: premiumNotSold,
      },
    }),
    ordersRoutes(ordering),
    ...(config.quickOrder
      ? [
          quickOrderRoutes({
            ...ordering,
            clock,
            template: config.quickOrder.agentTemplate,
            secret: config.auth.secret.reveal(),
          }),
        ]
      : []),
    nextStepsRoute({ catalog, fronts }),
    remittanceRoutes({ to: config.payment.remittance }),
    rulesRoutes({ clock, catalog }),
    domainsRoutes({
      ...reviewed,
      clock,
      filingFindings: ({ name, front }) =>
        filingFindings(catalog, { name, front: fronts.doneAt(front) }, clock.today()),
      filingOfName,
    }),
    domainVerificationRoutes({ ...reviewed, clock, openTicketOf }),
    ticketRoutes(reviewed),
    filingRoutes({ ...filing, human: { secret: config.auth.secret.reveal() } }),
    filingPaperRoutes({ vault, origin }),
    filingCheckRoutes({ vault }),
    filingReviewRoutes(filing),
    filingEntryRoutes(filing),
    filingDutyRoutes({ vault }),
    bureauLineRoutes(parts.lines),
    bureauFileRoutes(parts.files),
    bureauMatterRoutes({ bureaus: parts.bureaus, nameOf: nameOfUser(signIn) }),
    publicFilingRoutes({ register: parts.bureaus }),
    serviceNumberRoutes,
    filingFormRoutes({ vault, company: config.company?.name }),
    domainReportRoutes(),
    ...(followed ? [clockRoute({ clock: followed })] : []),
  ]
}

/** Who gets papers of holders besides the operator. */
function recipientsOf({ verification, registries }: Configuration): Recipient[] {
  const named = ({ id, name }: { id: string; name?: { zh: string; en: string } | undefined }) =>
    name ?? { zh: id, en: id }
  const { provider } = verification
  return [
    ...(provider ? [{ role: 'provider' as const, name: named(provider) }] : []),
    ...registries.map((registry) => ({ role: 'registry' as const, name: named(registry) })),
  ]
}
