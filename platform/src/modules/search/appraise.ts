import { type Circumstances, labelPolicyOf, nameKey, readInput, readName, type SuffixPolicy } from '@yuming/names'
import { cite, type Finding } from '@yuming/rules'
import { type Catalog, canRegister, type SuffixRecord } from '../catalog/index.ts'
import type { Appraisal } from '../list/index.ts'

const suffixAbsent: Finding = {
  rule: 'SUFFIX-ABSENT-01',
  severity: 'refuse',
  field: 'suffix',
  message: {
    zh: '不在价格总览里的后缀，不能在这里注册',
    en: 'A suffix that is not in the price overview cannot be registered here',
  },
  remedy: { zh: '换一个后缀，例如 .cn 或 .com', en: 'Choose another suffix, for example .cn or .com' },
  source: cite('域名注册（文档版本 20210119）', '1 支持注册的域名后缀', { date: '2021-01-19' }),
  from: '2021-01-19',
}

/** Suffixes that go another way (S1-28): what is needed before one of them can be ordered. */
const conditions: Partial<Record<SuffixRecord['flow'], Finding>> = {
  trademark: {
    rule: 'TRADEMARK-CERT-01',
    severity: 'advise',
    field: 'qualification',
    message: {
      zh: '持有同名商标注册证的人才能注册',
      en: 'Only the owner of a trademark certificate for this name may register it',
    },
    remedy: {
      zh: '先准备商标注册证书，付款后交注册局审核',
      en: 'Have the certificate ready; the registry reviews it after payment',
    },
    source: cite('域名注册（文档版本 20210119）', '4 注册 .商标 域名', { date: '2021-01-19' }),
    from: '2021-01-19',
  },
}

const elsewhere: Partial<Record<SuffixRecord['flow'], { zh: string; en: string }>> = {
  gov: {
    zh: '.gov.cn 由党政机关按专门流程申请',
    en: 'Government bodies apply for .gov.cn names in a procedure of their own',
  },
  'personal-name': {
    zh: '姓名.网址 要先核验姓名和身份证号',
    en: 'A personal-name domain needs the name and ID number checked first',
  },
  'renew-only': {
    zh: '这个后缀在这里只能续费，不能注册',
    en: 'Names under this suffix can be renewed here, not registered',
  },
}

/** Why a suffix cannot be ordered in the general way; undefined when it can. */
function closedSuffix({ suffix, flow }: SuffixRecord): Finding {
  const message = elsewhere[flow] ?? suffixAbsent.message
  return {
    ...suffixAbsent,
    rule: flow === 'renew-only' ? 'HK-RENEW-01' : 'SUFFIX-FLOW-01',
    message,
    remedy: {
      zh: `.${suffix} 的说明见价格总览；现在可选 .cn、.中国、.com`,
      en: `See .${suffix} in the price overview; .cn, .中国 and .com can be ordered now`,
    },
  }
}

/** A word under one suffix, by the rules and prices of a day; `given` is what is known of holder, shop front and operation. */
export function appraiseUnder(
  word: string,
  record: SuffixRecord,
  catalog: Catalog,
  day: string,
  given?: Circumstances,
): Appraisal {
  const policy = changedPolicy(record)
  const reading = readName(word, { unicode: record.suffix, ascii: record.ascii }, day, {
    wordLists: catalog.wordLists,
    ...(policy && { policy }),
    ...(given && { given }),
  })
  if (!reading.ok) return { ok: false, findings: reading.findings }
  if (!canRegister(record) || !['general', 'trademark'].includes(record.flow))
    return { ok: false, findings: [closedSuffix(record)] }
  const condition = conditions[record.flow]
  return {
    ok: true,
    name: reading.name.unicode,
    ascii: reading.name.ascii,
    key: nameKey(reading.name.label, record.ascii),
    suffix: record.suffix,
    price: { registerFen: record.priceFen.register, renewFen: record.priceFen.renew },
    findings: condition ? [...reading.findings, condition] : reading.findings,
  }
}

/** A whole name as a person writes it. */
export function appraiseName(catalog: Catalog, input: string, day: string, given?: Circumstances): Appraisal {
  const { names, suffix: recordOf } = catalog.on(day)
  const { word, suffix, findings } = readInput(input, names)
  const record = suffix === undefined ? undefined : recordOf(suffix)
  if (!record) return { ok: false, findings: [suffixAbsent] }
  const appraisal = appraiseUnder(word, record, catalog, day, given)
  return findings.length === 0 ? appraisal : { ...appraisal, findings: [...findings, ...appraisal.findings] }
}

const policies = new WeakMap<SuffixRecord, Partial<SuffixPolicy> | null>()

/** What the catalogue says of a suffix's labels where it differs from what packages/names knows by itself. */
function changedPolicy(record: SuffixRecord): Partial<SuffixPolicy> | undefined {
  const found = policies.get(record)
  if (found !== undefined) return found ?? undefined
  const { chinese, minLength, maxLength, maxLengthChinese } = record.label
  const own = { chineseLabels: chinese, minLength, maxLength, maxLengthChinese }
  const known = labelPolicyOf(record.suffix)
  const changed = Object.entries(own).filter(([field, value]) => value !== known[field as keyof typeof own])
  const policy = changed.length === 0 ? null : (Object.fromEntries(changed) as Partial<SuffixPolicy>)
  policies.set(record, policy)
  return policy ?? undefined
}
