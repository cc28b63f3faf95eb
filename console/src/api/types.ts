/** The shapes of the HTTP API under /v1. Money is in integer fen, dates are YYYY-MM-DD, instants ISO 8601. */
export interface Text {
  zh: string
  en: string
}

export interface Finding {
  rule: string
  severity: 'refuse' | 'advise' | 'unknown'
  field: string
  message: Text
  remedy: Text
  source: { document: string; section: string; date?: string; url?: string }
  from: string
  until?: string
  /** Where the remedy is to be had. */
  see?: string
}

/** A rule as `GET /v1/rules/names` gives it. */
export interface RuleInForce {
  id: string
  scope?: string
  severity: Finding['severity']
  from: string
  until?: string
  source?: Finding['source']
  message: Text
  remedy: Text
}

/** What somebody who runs the platform may do; `admin` may do all of it. */
export type OperatorRole = 'admin' | 'catalog' | 'reviewer' | 'qualification-reviewer' | 'finance' | 'support'

export interface Account {
  id: string
  name: string
  email: string | null
  emailVerified: boolean
  phone: string | null
  role: 'owner' | 'sub-user'
  operatorRoles: OperatorRole[]
  balanceFen: number
}

export interface Session {
  account: Account | null
  clock: { now: string; today: string; movable: boolean; page: string | null }
  rulesDate: string
  /** `never`: any name may be registered before its holder is verified. */
  verifyBefore: 'as-suffix' | 'never'
  /** Whether somebody without a template may order by a scanned code. */
  quickOrder: boolean
  /** Which shop front this is, and where the other one stands. */
  site: { kind: SiteKind; other: { kind: SiteKind; url: string } | null }
}

export type SiteKind = 'china' | 'international'

export interface SubUser {
  id: string
  email: string | null
  name: string
}

export interface ApiToken {
  id: string
  name: string
  createdAt?: string
  token?: string
}

export type SuffixKind = 'china' | 'generic' | 'restricted' | 'renew-only'

export interface Suffix {
  suffix: string
  ascii: string
  registry: string | null
  kind: SuffixKind
  meaning: Text
  flow: 'general' | 'trademark' | 'personal-name' | 'gov' | 'renew-only'
  /** Whether the price overview lists it. */
  sold: boolean
  supports: { register: boolean; transfer: boolean; renew: boolean }
  /** Years at a time; null: unknown. */
  periods: { min: number | null; max: number | null }
  priceFen: { register: number | null; renew: number | null; transfer: number | null; restore: number | null }
  /** Where names are had that cannot be ordered here in the general way. */
  channels: { who: Text; how: Text; url?: string }[]
  miitApproved: boolean | null
  labelClass: string
  label: {
    minLength: number | null
    maxLength: number | null
    maxLengthChinese: number | null
    hyphenRule: 'no-consecutive' | 'no-3-4' | null
  }
  variants: 'one-name' | 'separate' | null
  tenYearFen: number | null
  idn: boolean | null
  realName: 'required' | 'not-required' | 'unknown'
  verifyBefore: boolean | null
  templateCovers: boolean | null
  holderRules: { site: string; region: string; holderType: string; allowed: boolean; finding?: Finding }[]
  sources: { field: string; source: ValueSource }[]
}

/** Where a value is from. */
export interface ValueSource {
  id: string
  document: string
  date?: string
}

/** Everything that is known of one suffix; null is unknown. Spans are in days. */
export interface SuffixDetail extends Suffix {
  registryOperator: string | null
  backend: string | null
  qualification: string | null
  special: string | null
  templateCautions: string[] | null
  realNameSince: string | null
  miitApprovedOn: { date: string; is: 'on' | 'by' | 'about' } | null
  namingRefund: boolean | null
  lifecycle: Record<
    | 'addGraceDays'
    | 'autoRenewGraceDays'
    | 'renewGraceDays'
    | 'redemptionDays'
    | 'redemptionRetailDays'
    | 'marketHoldDays'
    | 'pendingDeleteDays'
    | 'transferLockDays'
    | 'transferDaysBeforeExpiry',
    number | null
  >
  namingReview: boolean | null
  registryLock: boolean | null
  dnssec: boolean | null
  /** Why it is not to be had here; null when it is. */
  note: Text | null
}

/** A suffix in the menu of all that are known. */
/** A span of a name's life; what is not known is null. */
export interface LifePhase {
  key: string
  from: string | null
  to: string | null
  days: number | null
}

export interface SuffixName {
  suffix: string
  ascii: string
  kind: SuffixKind
  sold: boolean
}

export interface Catalog {
  on: string
  /** Since when these prices stand. */
  pricesFrom: string
  suffixes: Suffix[]
}

export interface SearchPlanRow {
  id: string
  position: number
  name: string
  ascii: string
  label: string
  suffix: string
}

export interface SearchPlan {
  query: string
  normalised: string
  rows: SearchPlanRow[]
  findings: Finding[]
}

/** null: not offered, or not known. */
export interface Price {
  registerFen: number | null
  renewFen: number | null
  /** The registry asks a price of its own for this name (溢价). */
  premium?: true
}

export interface SearchAnswer {
  id: string
  state: 'free' | 'taken' | 'reserved' | 'refused' | 'conditional' | 'unanswered'
  price?: Price
  findings: Finding[]
  reason?: Text | string
  /** The name is one of the reader's own in another form. */
  yours?: OtherForm
  neighbours?: { name: string; ascii: string; registerFen: number }[]
  /** false: the list of taken names says so, and the registry is being asked. */
  confirmed?: false
}

/** The form of a name that is registered; `disposition`: what the form asked about is beside it. */
export interface OtherForm {
  name: string
  ascii: string
  disposition: string
}

/** What a registry tells of a taken name; null: it did not say. */
export interface NameRecord {
  name: string
  ascii: string
  registrar: string
  ours: boolean
  since: string | null
  until: string | null
  statuses: string[]
  askedAt: string
  /** Registered in this other form, which the record is of. */
  form: OtherForm | null
}

/** A free name near the searched word. */
export interface Suggestion {
  name: string
  ascii: string
  suffix: string
  kind: string
  why: Text
  price: { registerFen: number; renewFen: number | null }
}

/** A whole name that was asked for; nothing fixes its place but the order of asking. */
export type SearchRow = SearchAnswer & Pick<SearchPlanRow, 'name' | 'ascii'>

export interface SearchDone {
  answered: number
  total: number
  ms: number
}

export interface ListItem {
  name: string
  ascii: string
  suffix: string
  years: number
  price: Price
  state: 'ok' | 'invalid'
  findings: Finding[]
}

export interface NameList {
  items: ListItem[]
  firstYearFen: number
}

export type HolderType = 'person' | 'organisation'
export type Identity = 'unverified' | 'reviewing' | 'verified' | 'failed'

export interface Template {
  id: string
  holderType: HolderType
  name: Text
  region: string
  contact: Text
  legalRepresentative: string
  province: Text
  city: Text
  street: Text
  postcode: string
  phone: string
  email: string
  emailVerified: boolean
  identity: Identity
  certificate: { kind: string; title: Text; numberTail: string; issuedOn?: string; endsOn?: string }
  default: boolean
  createdAt: string
}

export type QualificationPaper = 'trademark-certificate' | 'organisation-proof' | 'licence-proof' | 'application-form'
export type EnhancedPaper = 'id-front' | 'id-back' | 'hand-held' | 'pledge' | 'use-proof'
export type PaperKind =
  | 'id-front'
  | 'id-back'
  | 'licence'
  | 'passport'
  | 'authorisation'
  | 'other'
  | QualificationPaper
  | EnhancedPaper

export interface Paper {
  id: string
  kind: PaperKind
  width: number
  height: number
  bytes: number
  findings: Finding[]
  uploadedAt: string
}

export interface ReviewCase {
  number: string
  attempt: number
  state: 'waiting' | 'second' | 'provider' | 'passed' | 'failed' | 'withdrawn'
  submittedAt: string
  dueAt: string
  decidedAt: string | null
  reasons: string[]
  /** The reasons in words, as far as the dictionary has them. */
  why: { id: string; cause: Text; remedy: Text; field: string | null; path: 'A' | 'B' | null }[]
  remark: string | null
  /** What the provider said when it refused. */
  heard: string | null
}

export interface Verification {
  identity: Identity
  turn: 'you' | 'we' | 'provider' | null
  consent: boolean
  needed: PaperKind[]
  /** May be handed in besides. */
  offered: PaperKind[]
  papers: Paper[]
  cases: ReviewCase[]
  /** What the rules say today of what the template has. */
  findings: Finding[]
  timeline: { at: string; kind: string }[]
}

/** What is agreed to before photographs of papers, who receives them, and since when it is agreed. */
export interface ConsentWords {
  version: string
  points: { title: Text; text: Text }[]
  recipients: { role: 'provider' | 'registry'; name: Text }[]
  given: { at: string; version: string } | null
}

/** A kind of identity paper. */
export interface OfferedKind {
  kind: string
  /** Its code at the .cn registry. */
  code: string | null
  holderType: HolderType
  regions: string[]
  title: Text
  accepted: boolean | null
  dates: { issued: boolean; ends: boolean }
}

export interface NewTemplate {
  holderType: HolderType
  name: { zh: string; en?: string }
  contact?: { zh: string; en?: string }
  legalRepresentative?: string
  region: string
  province: { zh: string; en?: string }
  city: { zh: string; en?: string }
  street: { zh: string; en?: string }
  postcode: string
  phone: string
  email: string
  certificate: { kind: string; number?: string; issuedOn?: string; endsOn?: string }
  default?: boolean
}

export interface DryRunLine {
  name: string
  ascii: string
  years: number
  unitText: Text | string
  discountFen: number
  subtotalFen: number
  premium: boolean
  state: 'ok' | 'invalid'
  findings: Finding[]
  /** Our own order that has the name and waits for payment. */
  openOrder?: string
}

export interface DryRun {
  lines: DryRunLine[]
  totalFen: number
  findings: Finding[]
  missing: Text[]
  /** Promotions that fit; using one is a choice. */
  offers: FittingOffer[]
  /** Why the promotion code gives nothing. */
  codeTrouble: { code: string; title: Text; findings: Finding[] } | null
}

export interface FittingOffer {
  id: string
  title: Text
  until: string | null
  byCode: boolean
  /** What it takes off now, and the most that it takes off one line. */
  discountFen: number
  bestFen: number
  declined: boolean
}

export interface NewOrder {
  lines: { name: string; years: number; personal?: boolean }[]
  holderType: HolderType
  templateId?: string
  termsAccepted: boolean
  promoCode?: string
  declined?: string[]
  expectedTotalFen?: number
  dryRun?: boolean
}

export type OrderState = 'awaiting-payment' | 'processing' | 'succeeded' | 'partly-succeeded' | 'failed' | 'closed'
export type PaidBy = 'balance' | 'alipay' | 'online-banking'
export type LineState = 'waiting' | 'executing' | 'unknown' | 'succeeded' | 'failed' | 'refunded'
export type Turn = 'you' | 'we' | 'registry' | 'bureau'

export interface OrderLine {
  id: string
  name: string
  ascii: string
  years: number
  subtotalFen: number
  state: LineState
  task: string | null
  expiresOn: string | null
  findings: Finding[]
  detail: Text | null
  registry?: { code: number; message: string; clTRID: string; svTRID: string }
}

export interface TimelineEntry {
  key: string
  title: Text
  detail: Text | null
  at: string | null
  state: 'done' | 'now' | 'coming' | 'failed'
  turn?: Turn
  by?: string
}

export interface Order {
  number: string
  state: OrderState
  kind: 'register' | 'renew'
  createdAt: string
  paidAt: string | null
  payBy: string | null
  /** The shop front where it was made; null: not kept, or made by the platform itself. */
  front: 'china' | 'international' | null
  method: PaidBy | null
  totalFen: number
  refundedFen: number
  lines: OrderLine[]
  timeline: TimelineEntry[]
}

/** A thing to do after a registration, and when it can be. */
export interface NextStep {
  key: 'identity' | 'filing' | 'auto-renew'
  names: string[]
  state: 'now' | 'reviewing' | 'waits' | 'open' | 'closed' | 'unknown' | 'done'
  turn: 'you' | 'we' | 'bureau' | null
  by: string | null
  earliest: string | null
  latest: string | null
  sure: boolean
  findings: Finding[]
}

export interface Payment {
  order?: Order
  redirect?: string
  qr?: string
}

export interface BankAccount {
  payee: string
  bank: string
  account: string
}

export interface Remittance {
  id: string
  reference: string
  fen: number
  state: 'announced' | 'received' | 'withdrawn'
  announcedAt: string
  receivedFen: number | null
  receivedOn: string | null
}

export interface Remittances {
  to: BankAccount | null
  remittances: Remittance[]
}

export interface OrderPage {
  orders: Order[]
  next: string | null
}

export interface Balance {
  balanceFen: number
  entries: {
    at: string
    kind: string
    /** How money that came through the channel was paid. */
    method?: 'alipay' | 'online-banking'
    fen: number
    balanceFen: number
    subject: string | null
  }[]
  next: string | null
}

export type DomainTab = 'all' | 'yours' | 'expiring' | 'unverified' | 'executing' | 'holder-change' | 'expired'

export interface DomainRow {
  name: string
  ascii: string
  suffix: string
  serviceState: { key: string; shape: string; title: Text; next: Text | null; tone: string }
  expiresOn: string
  daysLeft: number
  autoRenew: boolean
}

/** As much of a name as choosing it needs. */
export type ChosenName = Pick<DomainRow, 'name' | 'ascii' | 'expiresOn' | 'autoRenew'>

export interface RenewalTrial {
  lines: {
    name: string
    ascii: string
    years: number
    unitText: string
    discountFen: number
    subtotalFen: number
    state: 'ok' | 'invalid'
    findings: Finding[]
    expiresOn: string | null
    newExpiry: string | null
  }[]
  totalFen: number
  offers: FittingOffer[]
  codeTrouble: DryRun['codeTrouble']
}

export interface DomainPage {
  items: DomainRow[]
  counts: Record<DomainTab, number>
  expiries: { month: string; count: number }[]
  expiringFen: number
  nextDue: string | null
  next: string | null
}

export interface Axis {
  key: string
  title: Text
  state: Text | string
  shape: string
  tone: string
  detail: Text | null
}

export interface Domain {
  name: string
  ascii: string
  sentence: Text
  axes: Axis[]
  closed: { operations: string[]; operation: Text; why: Text; until: Text | string | null; finding: Finding | null }[]
  life: { from: string; expires: string; today: string; phases: LifePhase[] }
  registration: {
    template: string
    /** An agent holds it: the contacts are theirs. */
    agentHeld: boolean
    identity: Identity
    holder: Text | string
    email: string
    emailVerified: boolean
    roid: string
    front: 'china' | 'international' | null
    dnssec: boolean
    nameservers: string[]
    statuses: string[]
    /** YYYY-MM-DD until when WHOIS says pendingVerification. */
    pendingVerification: string | null
  }
  raw: unknown
}

export type DiscountKind = 'fixed-price' | 'percent' | 'amount-off'

export interface Promotion {
  id: string
  product: 'register' | 'renew'
  needsCode: boolean
  title: Text
  /** None: every suffix. */
  suffixes: string[]
  kind: DiscountKind
  /** Fen of the first year, or percent of it. */
  value: number
  until: string | null
  firstOrderOnly: boolean
}

export interface Promotions {
  promotions: Promotion[]
  /** Where codes are obtained. */
  codesFrom: Text
}
