import { type FilingCase, isPerson } from '../../facts/filing-facts.ts'
import { hasPaper } from '../../facts/people.ts'
import { isWebsite } from '../../facts/used-names.ts'
import { bringsService } from '../../model/order-types.ts'
import { figure, type Maker, provinceRule, states } from '../province-rule.ts'

const newServices = ({ draft }: FilingCase): number => draft.services.length
const newDomains = ({ draft }: FilingCase): number => new Set(draft.domains.map(({ name }) => name)).size
const known = ({ draft }: FilingCase): boolean => isPerson(draft) !== undefined
const split = { zh: '拆成几单', en: 'Make several orders' } as const

/** perOrderLimit: how many services or domains one order may have. */
export const orderLimitRules: Maker = (fact, province) => {
  const domains = figure(fact, 'maxDomains')
  const first = figure(fact, 'first')
  const planAfter = figure(fact, 'planAfter')
  const most = ({ draft }: FilingCase): number | undefined => figure(fact, isPerson(draft) ? 'person' : 'org')
  const existing = ({ draft }: FilingCase): number | undefined =>
    figure(fact, isPerson(draft) ? 'personExisting' : 'orgExisting')
  const brings = (c: FilingCase): boolean => c.draft.type === undefined || bringsService(c.draft.type)
  return [
    ...(domains === undefined
      ? []
      : [
          provinceRule(fact, province, {
            part: 'DOMAINS',
            of: 'draft',
            field: 'domains',
            applies: brings,
            holds: (c) => newDomains(c) <= domains,
            says: {
              zh: `${province.name}：一单最多${domains}个新域名`,
              en: `${province.english}: at most ${domains} new domains in an order`,
            },
            remedy: split,
          }),
        ]),
    ...(figure(fact, 'org') === undefined && figure(fact, 'person') === undefined
      ? []
      : [
          provinceRule(fact, province, {
            of: 'draft',
            field: 'services',
            // A limit that was seen in one doubtful place only is advice.
            severity: states(fact, 'verify') ? 'advise' : 'refuse',
            applies: (c) =>
              known(c) &&
              brings(c) &&
              most(c) !== undefined &&
              (!states(fact, 'firstOnly') || c.draft.type === 'first'),
            holds: (c) => newServices(c) <= (most(c) ?? 0),
            says: (c) => ({
              zh: `${province.name}：一单最多${most(c) ?? '…'}个网站`,
              en: `${province.english}: at most ${most(c) ?? '…'} services in an order`,
            }),
            remedy: split,
          }),
        ]),
    ...(figure(fact, 'personExisting') === undefined
      ? []
      : [
          provinceRule(fact, province, {
            part: 'EXISTING',
            of: 'draft',
            field: 'services',
            applies: (c) => known(c) && brings(c) && (c.draft.record.serviceCount ?? 0) > (existing(c) ?? Infinity),
            holds: (c) => newDomains(c) <= 1,
            says: (c) => ({
              zh: `${province.name}：已有${existing(c) ?? '…'}个以上网站的，一单只能一个域名`,
              en: `${province.english}: with more than ${existing(c) ?? '…'} services, one domain in an order`,
            }),
            remedy: split,
          }),
        ]),
    ...(first === undefined
      ? []
      : [
          provinceRule(fact, province, {
            part: 'FIRST',
            of: 'draft',
            field: 'services',
            applies: ({ draft }) => draft.type === 'first',
            holds: (c) => newServices(c) <= first,
            says: {
              zh: `${province.name}：首次备案最多${first}个网站`,
              en: `${province.english}: at most ${first} services in a first filing`,
            },
            remedy: split,
          }),
        ]),
    ...(planAfter === undefined
      ? []
      : [
          provinceRule(fact, province, {
            part: 'PLAN',
            of: 'draft',
            field: 'papers',
            applies: ({ draft }) => (draft.record.serviceCount ?? 0) > planAfter,
            holds: ({ draft }) => hasPaper(draft, 'plan'),
            says: {
              zh: `${province.name}：已有网站的要交盖章的建设方案书`,
              en: `${province.english}: with services already, a sealed plan is wanted`,
            },
            remedy: { zh: '上传网站建设方案书', en: 'Upload the site plan' },
          }),
        ]),
  ]
}

/** totalLimit: how many services a subject may have in all. */
export const totalRules: Maker = (fact, province) => {
  const most = ({ draft }: FilingCase): number => figure(fact, isPerson(draft) ? 'person' : 'org') ?? Infinity
  return [
    provinceRule(fact, province, {
      of: 'draft',
      field: 'services',
      applies: (c) => known(c) && c.draft.wish === 'file' && c.draft.record.serviceCount !== undefined,
      holds: (c) => (c.draft.record.serviceCount ?? 0) + newServices(c) <= most(c),
      says: (c) => ({
        zh: `${province.name}：一个主体最多${most(c)}个网站`,
        en: `${province.english}: at most ${most(c)} services of one subject`,
      }),
      remedy: { zh: '先注销不用的网站', en: 'Cancel what is not used first' },
    }),
  ]
}

/** domainsPerSite: how many domains one site may have. */
export const domainsPerSiteRules: Maker = (fact, province) => {
  const most = figure(fact, 'max')
  const labelOf = (name: string): string => name.split('.')[0] ?? name
  return [
    provinceRule(fact, province, {
      of: 'service',
      field: 'domains',
      applies: ({ draft, service }) =>
        draft.wish === 'file' && isWebsite(service) && (service.domains?.length ?? 0) > 1,
      holds: ({ service }) =>
        most === undefined ? new Set(service.domains?.map(labelOf)).size === 1 : (service.domains?.length ?? 0) <= most,
      says:
        most === undefined
          ? {
              zh: `${province.name}：前缀不同的域名是不同的网站`,
              en: `${province.english}: domains with different labels are different sites`,
            }
          : {
              zh: `${province.name}：一个网站只能有${most}个域名`,
              en: `${province.english}: a site has ${most} domain only`,
            },
      remedy: { zh: '拆成几个网站', en: 'Make several sites of them' },
    }),
  ]
}

/** cloudResources: how many servers one site may run on. */
export const serverLimitRules: Maker = (fact, province) => {
  const most = figure(fact, 'max') ?? 1
  const servers = ({ service }: FilingCase): number => service.access?.length ?? 0
  return [
    provinceRule(fact, province, {
      of: 'service',
      field: 'access',
      applies: (c) => servers(c) > 0,
      holds: (c) => servers(c) <= most,
      says: {
        zh: `${province.name}：一个网站最多${most}台服务器`,
        en: `${province.english}: at most ${most} servers of one site`,
      },
      remedy: { zh: '减少服务器', en: 'Use fewer servers' },
    }),
    provinceRule(fact, province, {
      part: 'REMARK',
      of: 'service',
      field: 'remark',
      applies: (c) => servers(c) > 1,
      holds: ({ service }) => (service.remark === undefined ? undefined : service.remark.trim() !== ''),
      says: {
        zh: `${province.name}：用多台服务器要在备注说明`,
        en: `${province.english}: several servers are explained in the remark`,
      },
      remedy: { zh: '备注写明为什么用多台', en: 'Say in the remark why' },
    }),
  ]
}
