import type {
  Domain,
  DomainPage,
  DomainRow,
  Finding,
  FoundRow,
  ApiToken as KeptToken,
  OperatorRole,
  Order,
  OrderLine,
  PaperKind,
  Promotion,
  Session,
  SuffixName,
  Template,
  Text,
  WholeSearch,
} from './schema.ts'

/** The shapes of the HTTP API under /v1, by name. Money is in integer fen, dates are YYYY-MM-DD, instants ISO 8601. */
export type {
  Account,
  Axis,
  Balance,
  BankAccount,
  Catalog,
  ConsentWords,
  DryRun,
  DryRunLine,
  FittingOffer,
  HeldRefund,
  LifePhase,
  ListItem,
  NameList,
  NameRecord,
  NewOrder,
  NewTemplate,
  NextStep,
  OfferedKind,
  OrderPage,
  OtherForm,
  Paper,
  Payment,
  Price,
  Promotions,
  Remittance,
  Remittances,
  RenewalTrial,
  ReviewCase,
  RuleInForce,
  SearchRow,
  SubUser,
  Suffix,
  SuffixDetail,
  Suggestion,
  ValueSource,
  Verification,
} from './schema.ts'
export type {
  Domain,
  DomainPage,
  DomainRow,
  Finding,
  OperatorRole,
  Order,
  OrderLine,
  PaperKind,
  Promotion,
  Session,
  SuffixName,
  Template,
  Text,
}

export type SiteKind = Session['site']['kind']
export type SuffixKind = SuffixName['kind']
export type HolderType = Template['holderType']
export type Identity = Template['identity']
export type QualificationPaper = Extract<PaperKind, 'trademark-certificate' | `${string}-proof` | 'application-form'>
export type EnhancedPaper = Extract<PaperKind, 'id-front' | 'id-back' | 'hand-held' | 'pledge' | 'use-proof'>
export type OrderState = Order['state']
export type LineState = OrderLine['state']
export type PaidBy = NonNullable<Order['method']>
export type DiscountKind = Promotion['kind']
export type DomainTab = keyof DomainPage['counts']

/** A token as it is listed; `token` once, when it is made. */
export type ApiToken = Pick<KeptToken, 'id' | 'name'> & Partial<KeptToken> & { token?: string }

/** A search comes as a stream of events: the plan, one row after another, the end. */
export type SearchPlanRow = Pick<FoundRow, 'id' | 'position' | 'name' | 'ascii' | 'label' | 'suffix'>
export type SearchAnswer = Omit<FoundRow, Exclude<keyof SearchPlanRow, 'id'>>
export type SearchPlan = Pick<WholeSearch, 'query' | 'normalised' | 'findings'> & { rows: SearchPlanRow[] }
export type SearchDone = Pick<WholeSearch, 'answered' | 'total' | 'ms'>

/** As much of a name as choosing it needs. */
export type ChosenName = Pick<DomainRow, 'name' | 'ascii' | 'expiresOn' | 'autoRenew'>

/** Whose turn it is, wherever the API says it. */
export type Turn = 'you' | 'we' | 'registry' | 'bureau'

/** A step of anything that takes long, as the timeline draws it: orders tell theirs, other pages make them of what they know. */
export type TimelineEntry = Omit<Order['timeline'][number], 'detail' | 'turn'> & {
  detail: Text | null
  turn?: Turn
  by?: string
}
