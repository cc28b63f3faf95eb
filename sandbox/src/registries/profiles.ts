import { generalSuffixes } from './data/general-suffixes.ts'
import { premiumWords } from './data/premium-words.ts'
import { provinceZones } from './data/province-zones.ts'
import type { RegistryProfile, RegistrySuffix } from './profile.ts'

const secDns = 'urn:ietf:params:xml:ns:secDNS-1.1'
const rgp = 'urn:ietf:params:xml:ns:rgp-1.0'
const fee = 'urn:ietf:params:xml:ns:epp:fee-1.0'
const changePoll = 'urn:ietf:params:xml:ns:changePoll-1.0'
const loginSec = 'urn:ietf:params:xml:ns:epp:loginSec-1.0'
const secureAuthInfo = 'urn:ietf:params:xml:ns:epp:secure-authinfo-transfer-1.0'
const unhandled = 'urn:ietf:params:xml:ns:epp:unhandled-namespaces-1.0'
const verificationCode = 'urn:ietf:params:xml:ns:verificationCode-1.0'
const namestoreUri = 'http://www.verisign-grs.com/epp/namestoreExt-1.1'
const idnLangUri = 'http://www.verisign.com/epp/idnLang-1.0'
const cnnic = ['domain', 'contact', 'host'].map((part) => `urn:ietf:params:xml:ns:cnnic-${part}-1.0`)

const genericDays = {
  addGrace: 5,
  renewGrace: 5,
  autoRenewGrace: 45,
  transferGrace: 5,
  redemption: 30,
  pendingDelete: 5,
  transferAnswer: 5,
  transferLock: 60,
  transferBeforeExpiry: 0,
}

function suffix(
  name: string,
  ascii: string,
  create: number,
  renew: number,
  more: Partial<RegistrySuffix> = {},
): RegistrySuffix {
  return {
    suffix: name,
    ascii,
    prices: { create, renew, transfer: renew, restore: Math.max(60_000, renew * 2) },
    labels: 'any',
    ...more,
  }
}

const common = { maxYears: 10, startBalanceFen: 100_000_000_00, lowBalanceFen: 100_000_00, maxNameservers: 13 }

export const profiles: readonly RegistryProfile[] = [
  {
    ...common,
    id: 'thin',
    name: { zh: '瘦注册局（com、net）', en: 'Thin registry (com, net)' },
    svID: 'Sandbox Thin Registry',
    roidTag: 'THIN',
    suffixes: [
      suffix('com', 'com', 5_800, 5_800, { subProduct: 'COM' }),
      suffix('net', 'net', 6_500, 6_500, { subProduct: 'NET' }),
    ],
    contacts: 'rejected',
    postalForms: 'either',
    cnnic: false,
    demandIdentity: false,
    namingFailure: 'hold',
    namestore: true,
    idnLanguages: ['CHI'],
    hyphens: 'not-third-and-fourth',
    days: genericDays,
    restoreNeedsReport: true,
    expiryNeedsBalance: false,
    maxSessions: 32,
    extensions: [
      secDns,
      rgp,
      fee,
      namestoreUri,
      idnLangUri,
      verificationCode,
      changePoll,
      loginSec,
      secureAuthInfo,
      unhandled,
    ],
  },
  {
    ...common,
    id: 'cn',
    name: { zh: 'cn 注册局（cn、中国、公司、网络）', en: 'cn registry (cn, 中国, 公司, 网络)' },
    svID: 'Sandbox CN Registry',
    roidTag: 'CN',
    suffixes: [
      suffix('cn', 'cn', 2_900, 3_400, { qualification: 'words-of-state' }),
      ...['com.cn', 'net.cn', 'org.cn', 'gov.cn', ...provinceZones].map((name) =>
        suffix(name, name, 2_900, 3_400, { labels: 'ascii' }),
      ),
      suffix('中国', 'xn--fiqs8s', 21_000, 21_000, { qualification: 'words-of-state' }),
      suffix('公司', 'xn--55qx5d', 6_000, 6_000, { qualification: 'words-of-state' }),
      suffix('网络', 'xn--io0a7i', 6_000, 6_000, { qualification: 'words-of-state' }),
    ],
    contacts: 'required',
    postalForms: 'loc-and-int',
    cnnic: true,
    demandIdentity: true,
    namingFailure: 'delete',
    namestore: false,
    hyphens: 'never-two',
    maxNameservers: 6,
    days: { ...genericDays, redemption: 15, pendingDelete: 0, transferBeforeExpiry: 15 },
    restoreNeedsReport: false,
    expiryNeedsBalance: true,
    maxSessions: 16,
    extensions: [secDns, rgp, ...cnnic, changePoll, loginSec, secureAuthInfo, unhandled],
  },
  {
    ...common,
    id: 'wangzhi',
    name: { zh: '网址注册局（网址、商标）', en: 'Registry of 网址 and 商标' },
    svID: 'Sandbox Wangzhi Registry',
    roidTag: 'WZ',
    suffixes: [
      suffix('网址', 'xn--ses554g', 8_000, 8_000),
      suffix('商标', 'xn--czr694b', 60_000, 60_000, { qualification: 'every-name' }),
    ],
    contacts: 'required',
    postalForms: 'loc-and-int',
    cnnic: false,
    demandIdentity: false,
    namingFailure: 'hold',
    namestore: false,
    hyphens: 'not-third-and-fourth',
    days: genericDays,
    restoreNeedsReport: true,
    expiryNeedsBalance: false,
    maxSessions: 8,
    extensions: [secDns, rgp, fee, changePoll, loginSec, secureAuthInfo, unhandled],
  },
  {
    ...common,
    id: 'general',
    name: { zh: '通用注册局（其余后缀）', en: 'General registry (all other suffixes)' },
    svID: 'Sandbox General Registry',
    roidTag: 'GEN',
    suffixes: generalSuffixes.map(([name, ascii, create, renew]) =>
      suffix(name, ascii, create, renew, { premium: premiumWords }),
    ),
    contacts: 'required',
    postalForms: 'either',
    cnnic: false,
    demandIdentity: false,
    namingFailure: 'hold',
    namestore: false,
    hyphens: 'not-third-and-fourth',
    days: genericDays,
    restoreNeedsReport: true,
    expiryNeedsBalance: false,
    maxSessions: 32,
    extensions: [secDns, rgp, fee, changePoll, loginSec, secureAuthInfo, unhandled],
  },
]
