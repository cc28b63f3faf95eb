import { isIPv4, isIPv6 } from 'node:net'
import type { FilingCase } from '../facts/filing-facts.ts'
import { bureauInterface, type FilingRule, filingRule, interfaceDay, providerB, providerDays } from './filing-rule.ts'

const privateNet = /^(?:10\.|127\.|0\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|22[4-9]\.|2[345]\d\.)/
const addresses = ({ service }: FilingCase): readonly string[] => service.access?.flatMap(({ ips = [] }) => ips) ?? []

const ipForm = filingRule({
  id: 'ACCESS-IP-01',
  of: 'service',
  source: bureauInterface('1006 无效IP'),
  from: interfaceDay,
  field: 'access',
  applies: (c) => addresses(c).length > 0,
  holds: (c) => addresses(c).every((ip) => (isIPv4(ip) && !privateNet.test(ip)) || isIPv6(ip)),
  says: { zh: '服务器地址不是公网IP', en: 'An address of the server is no public IP address' },
  remedy: { zh: '填服务器的公网IP', en: 'Give the public address of the server' },
})

const ipVersion = filingRule({
  id: 'ACCESS-IP-02',
  of: 'service',
  source: bureauInterface('IP以32位无符号整数表示'),
  from: interfaceDay,
  severity: 'advise',
  field: 'access',
  applies: (c) => addresses(c).length > 0,
  holds: (c) => addresses(c).some((ip) => isIPv4(ip)),
  says: { zh: '接口3.0只能报IPv4地址', en: 'Interface 3.0 carries IPv4 addresses only' },
  remedy: { zh: '加一个IPv4地址', en: 'Add an IPv4 address' },
})

const accessOf = ({ service }: FilingCase) => service.access ?? []
const ipReported = filingRule({
  id: 'ACCESS-IP-03',
  of: 'service',
  source: bureauInterface('1023 IP不存在、1063 与IP备案不一致'),
  from: interfaceDay,
  field: 'access',
  applies: (c) => accessOf(c).some(({ ipReported: at }) => at !== undefined),
  holds: (c) => accessOf(c).every(({ ipReported: at }) => at !== 'no'),
  says: { zh: '这个IP还没有报给管局', en: 'The address block is not reported to the bureau' },
  remedy: { zh: '我们先报IP，再提交', en: 'We report it first, then submit' },
})

const ipOurs = filingRule({
  id: 'ACCESS-IP-04',
  of: 'service',
  source: bureauInterface('1024、1040 IP冲突'),
  from: interfaceDay,
  field: 'access',
  applies: (c) => accessOf(c).some(({ ipReported: at }) => at !== undefined),
  holds: (c) => accessOf(c).every(({ ipReported: at }) => at !== 'other'),
  says: { zh: '这个IP报在别的接入商名下', en: 'The address is reported by another provider' },
  remedy: { zh: '核对归属，换自己的IP', en: 'Check whose it is, and use one of ours' },
})

const accessOnce = filingRule({
  id: 'ACCESS-SAME-01',
  of: 'service',
  source: bureauInterface('1029、1038 相同接入'),
  from: interfaceDay,
  field: 'access',
  applies: ({ service }) => service.sameAccessFiled !== undefined || (service.access?.length ?? 0) > 1,
  holds: (c) => {
    if (c.service.sameAccessFiled === true) return false
    const seen = addresses(c)
    return new Set(seen).size === seen.length
  },
  says: { zh: '同样的接入报了两次', en: 'The same access is stated twice' },
  remedy: { zh: '去掉重复的', en: 'Remove one of them' },
})

const accessOwn = filingRule({
  id: 'ACCESS-OURS-01',
  of: 'service',
  source: bureauInterface('1047、1048 非本接入'),
  from: interfaceDay,
  field: 'access',
  applies: ({ service }) => service.accessOurs !== undefined,
  holds: ({ service }) => service.accessOurs,
  says: {
    zh: '这个网站不是在这里接入的，不能在这里改或销',
    en: 'The access of this service is not here; it cannot be changed or cancelled here',
  },
  remedy: { zh: '到原接入商办，或先新增接入', en: 'Go to that provider, or add an access here first' },
})

const onlyAccess = filingRule({
  id: 'ACCESS-ONLY-01',
  of: 'service',
  source: bureauInterface('1025 唯一接入'),
  from: interfaceDay,
  field: 'onlyAccess',
  applies: ({ draft, service }) => draft.type === 'cancel-access' && service.onlyAccess !== undefined,
  holds: ({ service }) => service.onlyAccess === false,
  says: { zh: '这是唯一的接入，不能取消', en: 'It is the only access and cannot be cancelled' },
  remedy: { zh: '网站不用了就注销网站', en: 'Cancel the service when it is not used' },
})

const keepsDomain = filingRule({
  id: 'CHANGE-DOMAIN-01',
  of: 'service',
  source: providerB('变更不能改域名'),
  from: providerDays.a,
  field: 'domains',
  applies: ({ draft, service }) =>
    draft.type === 'change-service' && service.filedDomains !== undefined && service.domains !== undefined,
  holds: ({ service }) => service.domains?.toSorted().join() === service.filedDomains?.toSorted().join(),
  says: { zh: '变更单里不能改域名', en: 'A change does not alter the domain' },
  remedy: { zh: '新域名新增网站，旧域名注销网站', en: 'Add a service for the new domain, cancel the one of the old' },
})

/** Where a service runs, as the bureau's interface takes it. */
export const accessRules: readonly FilingRule[] = [
  ipForm,
  ipVersion,
  ipReported,
  ipOurs,
  accessOnce,
  accessOwn,
  onlyAccess,
  keepsDomain,
]
