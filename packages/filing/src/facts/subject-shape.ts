import { natures } from '../model/subject.ts'
import { certificateShape, personShape, remark } from './person-shape.ts'
import { type Accepted, choice, count, day, line, many, parts, prose, yes } from './shape.ts'

export const subjectShape = parts({
  'region?': parts({ 'province?': line, 'city?': line, 'county?': line }),
  'nature?': choice(...natures),
  'name?': line,
  'certificate?': certificateShape,
  'correspondenceAddress?': line,
  'investor?': line,
  'principal?': personShape,
  'remark?': remark,
  /** Business scope as printed on the licence. */
  'scope?': prose,
  /** The public register of companies (国家企业信用信息公示系统). */
  'register?': parts({
    'name?': line,
    'number?': line,
    'legalRepresentative?': line,
    'status?': choice('open', 'cancelled', 'revoked', 'abnormal'),
  }),
  /** A sole trader's licence names a trade (字号). */
  'tradeName?': yes,
  'hasSeal?': yes,
})
export type SubjectFacts = Accepted<typeof subjectShape>

/** What the filing system says about the subject. */
export const subjectRecordShape = parts({
  'filed?': yes,
  'number?': line,
  'at?': choice('here', 'elsewhere'),
  /** The account here that the subject is bound to. */
  'account?': choice('own', 'other', 'none'),
  'name?': line,
  'nature?': choice(...natures),
  'certificateNumber?': line,
  'province?': line,
  'principal?': line,
  'phone?': line,
  /** Names of what is filed already. */
  'serviceNames?': many(line, 1_000),
  'serviceCount?': count,
  /** Filed with an older paper of the same subject. */
  'underOldCertificate?': yes,
  'running?': choice('none', 'here', 'elsewhere'),
  'runningAtBureau?': yes,
  'cancelling?': yes,
  'cancelled?': yes,
  'blacklisted?': yes,
  'yearlyReviewDone?': yes,
  /** The domain and the certificate lead to two different filings. */
  'twoNumbers?': yes,
})
export type SubjectRecord = Accepted<typeof subjectRecordShape>

export const accountShape = parts({
  /** Subject that the account has already. */
  'subject?': choice('none', 'same', 'other'),
  /** Certificate numbers whose filing was made in another account here. */
  'certificateFiledInOther?': yes,
})

/** A filed site, as a probe sees it. */
export const siteShape = parts({
  domain: line,
  'number?': line,
  'open?': yes,
  'footer?': choice('right', 'missing', 'wrong-number', 'no-link'),
  'footerNumber?': line,
  'publicSecurityNumber?': choice('shown', 'missing', 'not-yet-filed'),
  'approvedOn?': day,
  /** What it resolves to, against what is filed. */
  'address?': choice('as-filed', 'other-of-ours', 'elsewhere', 'none'),
  'contentAsFiled?': yes,
  'noticeUntil?': day,
  /** Last day of the registered name that it is under. */
  'domainExpiresOn?': day,
  /** That day has come, and its hour is over. */
  'domainEnded?': yes,
  'domainRenewsItself?': yes,
  /** The name is no longer registered where it was: deleted, or moved away. */
  'domainGone?': yes,
  /** Who holds the name, in name, kind of paper and number: the subject, or another person or organisation. */
  'holder?': choice('subject', 'person', 'organisation'),
  /** An access of this provider is filed for it. */
  'accessLeft?': yes,
  /** When the principals' telephones were last proven or confirmed. */
  'phonesConfirmedOn?': day,
})
export type SiteFacts = Accepted<typeof siteShape>
