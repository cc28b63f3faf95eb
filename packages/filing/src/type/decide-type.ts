import type { Text } from '@yuming/rules'
import type { DomainFacts, ServiceFacts } from '../facts/service-shape.ts'
import type { SubjectRecord } from '../facts/subject-shape.ts'
import { type OrderType, orderTypes, type Wish } from '../model/order-types.ts'

export interface TypeFacts {
  readonly wish: Wish
  readonly record: Pick<SubjectRecord, 'filed' | 'at'>
  readonly domains: readonly Pick<DomainFacts, 'filed' | 'at' | 'sameSubject' | 'parent'>[]
  readonly services?: readonly Pick<ServiceFacts, 'kind'>[]
}

/** Guides that explain a type, or why there is none (S3-07). */
export const guideRows = [...orderTypes, 'foreign-domain', 'move', 'not-known'] as const
export type GuideRow = (typeof guideRows)[number]

export interface TypeDecision {
  /** undefined where the facts do not tell yet. */
  readonly type: OrderType | undefined
  readonly because: Text
  /** Facts that are still wanted, by their names. */
  readonly wanted: readonly string[]
  /** The guide that explains it. */
  readonly row: GuideRow
}

/** Which order it is, from what is filed already: the table of S3-02…S3-06, with changes and cancellations. */
export function decideType({ wish, record, domains, services = [] }: TypeFacts): TypeDecision {
  if (wish === 'move-service')
    return decided(undefined, 'move', {
      zh: '把网站迁移到另一个主体，没有单独的备案类型：按各省规定迁移，或注销后重备',
      en: 'Moving a service to another subject is no type of order: it goes by the rules of the province, or by cancelling and filing anew',
    })
  if (wish === 'claim') return decided(wish, wish, claimed)
  if (wish !== 'file') return decided(wish, wish, stated)
  if (record.filed === undefined) return wants('record.filed', '主体有没有备案号', 'whether the subject has a number')
  // An App, a mini-program or a quick app uses its domains, which are filed for the websites at them: the subject decides.
  if (services.length > 0 && services.every(({ kind = 'website' }) => kind !== 'website'))
    return forOtherService(record)
  const [domain] = domains
  const filed = domain === undefined ? undefined : (domain.filed ?? domain.parent?.filed)
  if (filed === undefined) return wants('domains.filed', '域名有没有备案号', 'whether the domain has a number')
  return record.filed ? forFiledSubject(record, domain, filed) : forNewSubject(filed)
}

function forOtherService({ filed, at }: TypeFacts['record']): TypeDecision {
  if (!filed)
    return decided('first', 'first', {
      zh: '主体没有备案号：首次备案，App、小程序和快应用也一样',
      en: 'The subject is not filed: a first filing, for an App, a mini-program or a quick app too',
    })
  if (at === undefined) return wants('record.at', '主体的备案在不在本处', 'whether the subject was filed here')
  return at === 'here'
    ? decided('new-service-here', 'new-service-here', {
        zh: '主体已在本处备案：新增服务，用到的域名备没备案都一样',
        en: 'The subject was filed here: a new service, whether the domains that it uses are filed or not',
      })
    : decided('new-service-elsewhere', 'new-service-elsewhere', {
        zh: '主体在别处备过案：新增服务，主体信息先要与备案系统一致',
        en: 'The subject was filed elsewhere: a new service; what is stated of the subject must agree with the filing system first',
      })
}

function forNewSubject(domainFiled: boolean): TypeDecision {
  if (domainFiled)
    return decided(undefined, 'foreign-domain', {
      zh: '主体没有备案号，域名却已经备案：它在别人名下，或在同一主体的旧证件名下',
      en: 'The subject has no number, but the domain is filed: by somebody else, or by the same subject with an older paper',
    })
  return decided('first', 'first', {
    zh: '主体没有备案号，域名也没有备案：首次备案',
    en: 'Neither the subject nor the domain is filed: a first filing',
  })
}

function forFiledSubject(
  record: TypeFacts['record'],
  domain: TypeFacts['domains'][number] | undefined,
  domainFiled: boolean,
): TypeDecision {
  if (!domainFiled) {
    if (record.at === undefined) return wants('record.at', '主体的备案在不在本处', 'whether the subject was filed here')
    return record.at === 'here'
      ? decided('new-service-here', 'new-service-here', {
          zh: '主体已在本处备案，域名还没有备案：新增网站',
          en: 'The subject was filed here, the domain is not filed: a new service',
        })
      : decided('new-service-elsewhere', 'new-service-elsewhere', {
          zh: '主体在别处备过案，域名还没有备案：新增网站，主体信息先要与备案系统一致',
          en: 'The subject was filed elsewhere, the domain is not filed: a new service; what is stated of the subject must agree with the filing system first',
        })
  }
  const same = domain?.sameSubject ?? domain?.parent?.sameSubject
  if (same === undefined)
    return wants(
      'domains.sameSubject',
      '域名是不是备在同一主体下',
      'whether the domain is filed under the same subject',
    )
  if (!same)
    return decided(undefined, 'foreign-domain', {
      zh: '域名备在别的主体下，先要在那边注销',
      en: 'The domain is filed under another subject, which must cancel it first',
    })
  const at = domain?.at ?? domain?.parent?.at
  if (at === undefined) return wants('domains.at', '域名在不在本处接入', 'whether the domain has its access here')
  return at === 'elsewhere'
    ? decided('new-access', 'new-access', {
        zh: '主体和域名都已在别处备案：新增接入，网站不用关',
        en: 'Subject and domain are filed elsewhere: a new access; the site may stay open',
      })
    : decided('change-service', 'change-service', {
        zh: '主体和域名都已在本处备案：只能变更备案',
        en: 'Subject and domain are filed here: only a change of the filing is possible',
      })
}

const stated: Text = { zh: '按要办的事', en: 'As was asked for' }
const claimed: Text = {
  zh: '备案已有，只是归到本账号：不送管局，我们按管局的记录核对',
  en: 'It is filed already and only comes to this account: nothing goes to the bureau, whose record we check it against',
}

function decided(type: OrderType | undefined, row: GuideRow, because: Text): TypeDecision {
  return { type, because, wanted: [], row }
}

function wants(fact: string, zh: string, en: string): TypeDecision {
  return {
    type: undefined,
    because: { zh: `还不知道${zh}，判断不了类型`, en: `The type cannot be told yet: it is not known ${en}` },
    wanted: [fact],
    row: 'not-known',
  }
}
