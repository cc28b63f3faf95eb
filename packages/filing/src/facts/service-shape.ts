import { accessModes, contentTypes, preApprovalTypes, serviceKinds } from '../model/service.ts'
import { personShape, remark } from './person-shape.ts'
import { type Accepted, choice, count, day, line, many, parts, prose, yes } from './shape.ts'

export const serviceShape = parts({
  'kind?': choice(...serviceKinds),
  'name?': line,
  'domains?': many(line),
  'homeUrl?': line,
  'content?': choice(...contentTypes),
  'languages?': many(line, 20),
  'preApprovals?': many(
    parts({
      type: choice(...preApprovalTypes),
      'number?': line,
      'file?': line,
      'endsOn?': day,
      'readable?': yes,
    }),
    20,
  ),
  'principal?': personShape,
  'access?': many(
    parts({
      'product?': line,
      'server?': line,
      'ips?': many(line, 50),
      'mode?': choice(...accessModes),
      'place?': line,
      /** The address block is reported to the bureau as ours; `other` where it is somebody else's. */
      'ipReported?': choice('ours', 'other', 'no'),
    }),
    20,
  ),
  'remark?': remark,
  /** Words of the page that a probe has seen. */
  'page?': prose,
  /** A trademark proof ties the name to the organiser. */
  'trademark?': yes,
  /** The home address or the name belongs to a filed service already. */
  'urlTaken?': yes,
  'nameTaken?': yes,
  'app?': parts({
    'platforms?': many(
      parts({
        platform: choice('android', 'ios', 'harmony', 'wechat', 'alipay', 'douyin', 'quick-app'),
        'name?': line,
        'packageId?': line,
        'publicKey?': line,
        'fingerprint?': line,
      }),
      20,
    ),
    'iconBytes?': count,
    /** Where the stores have it. */
    'listedOn?': many(line, 20),
    /** Body that runs the account of a mini-program. */
    'owner?': line,
    'authorityConsent?': yes,
  }),
  /** What a change order alters; a service's number and domain are its identity. */
  'filedDomains?': many(line),
  'onlyAccess?': yes,
  'sameAccessFiled?': yes,
  'accessOurs?': yes,
})
export type ServiceFacts = Accepted<typeof serviceShape>

export const domainShape = parts({
  name: line,
  /** What is registered at the registry; a longer `name` is under it. */
  'registered?': line,
  'suffixApproved?': yes,
  'registrarApproved?': yes,
  'registrarAbroad?': yes,
  /** Shop front that it was registered on. */
  'site?': choice('china', 'international'),
  'holder?': parts({ 'type?': choice('person', 'organisation'), 'name?': line, 'kind?': line, 'number?': line }),
  'verified?': choice('unverified', 'reviewing', 'verified', 'failed'),
  'verifiedOn?': day,
  'knownToMinistry?': yes,
  'expiresOn?': day,
  /** A probe of DNS and HTTP: it can be opened. */
  'open?': yes,
  'filed?': yes,
  'number?': line,
  'at?': choice('here', 'elsewhere', 'both'),
  'sameSubject?': yes,
  'running?': choice('none', 'here', 'elsewhere'),
  'blacklisted?': yes,
  /** Of a name under a filed one: the parent. */
  'parent?': parts({ 'filed?': yes, 'sameSubject?': yes, 'at?': choice('here', 'elsewhere', 'both') }),
  'filedBefore2018?': yes,
})
export type DomainFacts = Accepted<typeof domainShape>

/** Products by kind; which of them may file, and after how long, is a rule. */
const productKinds = [
  'cloud-server',
  'light-server',
  'virtual-host',
  'elastic-hosting',
  'site-builder',
  'edge-node',
  'dedicated-server',
  'nat-gateway',
  'ipv6-gateway',
] as const

export const serverShape = parts({
  'product?': choice(...productKinds),
  'region?': choice('mainland', 'abroad'),
  'billing?': choice('prepaid', 'pay-as-you-go'),
  /** Bought and renewed in all. */
  'months?': count,
  'fen?': count,
  'publicIp?': yes,
  'endsOn?': day,
  'owner?': choice('own', 'other'),
  'givenTo?': yes,
  'numbersUsed?': count,
  'serviceNumber?': choice('free', 'used', 'expired', 'not-known'),
})
export type ServerFacts = Accepted<typeof serverShape>
