import type { FilingCase } from '../facts/filing-facts.ts'
import { bringsService } from '../model/order-types.ts'
import { productNeeds, sourceOf } from '../national/national-figures.ts'
import {
  type FilingRule,
  filingRule,
  guide,
  providerA,
  providerB,
  providerDays,
  secondLevelGuide,
} from './filing-rule.ts'

const needs = ({ draft, server }: FilingCase) => productNeeds(server.product, draft.day)
const known = (c: FilingCase): boolean => needs(c) !== undefined
/** Figures of the product, with the source that gives them. */
const productSource = (c: FilingCase) => sourceOf(needs(c)?.source ?? 'guide')

const someServer = filingRule({
  id: 'SERVER-NONE-01',
  of: 'draft',
  source: guide('备案要有内地节点的服务器'),
  field: 'servers',
  applies: ({ draft }) => draft.complete && bringsService(draft.type),
  holds: ({ draft }) => draft.servers.length > 0,
  says: { zh: '没有服务器，域名不能单独备案', en: 'There is no server; a domain cannot be filed alone' },
  remedy: {
    zh: '先买符合条件的服务器，或填别人给的备案服务号',
    en: 'Buy an eligible server, or enter a service number that was given to you',
  },
})

const mainland = filingRule({
  id: 'SERVER-REGION-01',
  of: 'server',
  source: guide('服务器要在内地节点'),
  field: 'region',
  applies: ({ server }) => server.region !== undefined,
  holds: ({ server }) => server.region === 'mainland',
  says: { zh: '这台服务器不在内地，不能用来备案', en: 'This server is not on the mainland and cannot be filed with' },
  remedy: { zh: '换内地节点；网站放在境外就不用备案', en: 'Use one on the mainland; a site abroad needs no filing' },
})

const abroad = filingRule({
  id: 'SERVER-REGION-02',
  of: 'server',
  source: secondLevelGuide('服务器要求：境外服务器无需备案'),
  severity: 'advise',
  field: 'region',
  applies: ({ server }) => server.region === 'abroad',
  holds: () => false,
  says: {
    zh: '境外服务器不用备案，内地访问可能慢一些',
    en: 'A server abroad needs no filing; it may be slower from the mainland',
  },
  remedy: { zh: '主要面向内地用户的，换内地服务器', en: 'For users on the mainland, use a server there' },
})

const productKnown = filingRule({
  id: 'SERVER-PRODUCT-01',
  of: 'server',
  source: guide('可以备案的产品'),
  field: 'product',
  applies: ({ server }) => server.product !== undefined,
  holds: (c) => (known(c) ? true : undefined),
  says: { zh: '不知道这种产品在这一天能不能备案', en: 'It is not known whether this product could file on that day' },
  remedy: { zh: '问接入商', en: 'Ask the provider' },
})

const months = filingRule({
  id: 'SERVER-MONTHS-01',
  of: 'server',
  source: productSource,
  field: 'months',
  applies: (c) => needs(c)?.months !== undefined,
  holds: (c) => (c.server.months === undefined ? undefined : c.server.months >= (needs(c)?.months ?? 0)),
  says: (c) => ({
    zh: `这种产品要累计购买${needs(c)?.months ?? '…'}个月以上（续费算在内）`,
    en: `This product must be bought for ${needs(c)?.months ?? '…'} months or more, renewals included`,
  }),
  remedy: { zh: '续费到够', en: 'Renew it' },
})

const amount = filingRule({
  id: 'SERVER-AMOUNT-01',
  of: 'server',
  source: productSource,
  field: 'fen',
  applies: (c) => needs(c)?.fen !== undefined,
  holds: (c) => (c.server.fen === undefined ? undefined : c.server.fen >= (needs(c)?.fen ?? 0)),
  says: (c) => ({
    zh: `订单金额要满${(needs(c)?.fen ?? 0) / 100 || '…'}元`,
    en: `The order must be worth ${(needs(c)?.fen ?? 0) / 100 || '…'} yuan`,
  }),
  remedy: { zh: '换更高的规格', en: 'Take a larger one' },
})

const prepaid = filingRule({
  id: 'SERVER-BILLING-01',
  of: 'server',
  source: productSource,
  field: 'billing',
  applies: (c) => needs(c)?.prepaid === true,
  holds: ({ server }) => (server.billing === undefined ? undefined : server.billing === 'prepaid'),
  says: { zh: '按量付费的服务器不能备案', en: 'A pay-as-you-go server cannot be filed with' },
  remedy: { zh: '转成包年包月', en: 'Change it to a subscription' },
})

const publicIp = filingRule({
  id: 'SERVER-IP-01',
  of: 'server',
  source: productSource,
  field: 'publicIp',
  applies: (c) => needs(c)?.publicIp === true,
  holds: ({ server }) => server.publicIp,
  says: { zh: '服务器没有公网IP', en: 'The server has no public address' },
  remedy: { zh: '开通公网带宽', en: 'Buy public bandwidth' },
})

const owner = filingRule({
  id: 'SERVER-OWNER-01',
  of: 'server',
  source: providerA('产品验证：登录账号不是购买账号'),
  from: providerDays.a,
  field: 'owner',
  applies: ({ server }) => server.owner !== undefined,
  holds: ({ server }) => server.owner === 'own' || server.givenTo === true,
  says: { zh: '服务器不在这个账号下', en: 'The server belongs to another account' },
  remedy: {
    zh: '用购买的账号登录，或请对方给你备案服务号',
    en: 'Sign in with that account, or have a service number given to you',
  },
})

const numberFree = filingRule({
  id: 'SERVER-NUMBER-01',
  of: 'server',
  source: guide('产品验证：备案服务号'),
  field: 'serviceNumber',
  applies: ({ server }) => server.serviceNumber !== undefined,
  holds: ({ server }) => server.serviceNumber === 'free',
  says: {
    zh: '这个备案服务号用过了、过期了或不存在',
    en: 'The service number was used, has expired or does not exist',
  },
  remedy: {
    zh: '换一个；用过的号不会回来，服务器到期的先续费',
    en: 'Use another; a used number never comes back; renew a server that has ended',
  },
})

const numbersLeft = filingRule({
  id: 'SERVER-NUMBER-02',
  of: 'server',
  source: providerB('服务器备案次数用完'),
  from: providerDays.a,
  field: 'numbersUsed',
  applies: (c) => known(c) && c.server.numbersUsed !== undefined,
  holds: (c) => (c.server.numbersUsed ?? 0) < (needs(c)?.numbers ?? 0),
  says: (c) => ({
    zh: `这种产品最多给${needs(c)?.numbers ?? '…'}个备案服务号，已经用完`,
    en: `This product gives ${needs(c)?.numbers ?? '…'} service numbers, all of which are used`,
  }),
  remedy: { zh: '换一台服务器', en: 'Use another server' },
})

const runs = filingRule({
  id: 'SERVER-ENDED-01',
  of: 'server',
  source: providerA('产品验证：服务器到期'),
  from: providerDays.a,
  field: 'endsOn',
  applies: ({ server }) => server.endsOn !== undefined,
  holds: ({ draft, server }) => (server.endsOn ?? '') >= draft.day,
  says: { zh: '服务器已到期', en: 'The server has ended' },
  remedy: { zh: '续费', en: 'Renew it' },
})

/** Servers and service numbers (S2-13, S2-38, S3-01, S3-10…S3-15, S3-29…S3-32). */
export const serverRules: readonly FilingRule[] = [
  someServer,
  mainland,
  abroad,
  productKnown,
  months,
  amount,
  prepaid,
  publicIp,
  owner,
  numberFree,
  numbersLeft,
  runs,
]
