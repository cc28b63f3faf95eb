import type { FilingCase } from '../facts/filing-facts.ts'
import { outsideGbk } from '../facts/gbk.ts'
import { bureauInterface, type FilingRule, filingRule, interfaceDay, providerB, providerDays } from './filing-rule.ts'

const name = ({ service }: FilingCase): string => service.name?.trim() ?? ''

const gbk = filingRule({
  id: 'TEXT-GBK-01',
  of: 'draft',
  source: bureauInterface('1.3 字符集GBK'),
  from: interfaceDay,
  field: 'subject.name',
  applies: ({ draft }) => draft.subject.name !== undefined || draft.services.length > 0,
  holds: (c) => unsendable(c).length === 0,
  says: (c) => ({
    zh: `管局系统写不了这些字：${unsendable(c).join('') || '…'}`,
    en: `The bureaus’ system cannot write these characters: ${unsendable(c).join('') || '…'}`,
  }),
  remedy: {
    zh: '按管局约定的写法替代，并在备注说明',
    en: 'Use the writing that the bureau takes, and say so in the remark',
  },
})

function unsendable({ draft }: FilingCase): readonly string[] {
  const { subject, services } = draft
  const texts = [
    subject.name,
    subject.principal?.name,
    subject.correspondenceAddress,
    ...services.map((each) => each.name),
  ]
  return [...new Set(texts.flatMap((text) => outsideGbk(text ?? '')))]
}

const control = filingRule({
  id: 'TEXT-CONTROL-01',
  of: 'draft',
  source: bureauInterface('5008 非法字符'),
  from: interfaceDay,
  field: 'subject',
  applies: ({ draft }) => draft.subject.name !== undefined || draft.services.length > 0,
  holds: ({ draft: { subject, services } }) =>
    ![
      subject.name,
      subject.remark,
      subject.correspondenceAddress,
      ...services.flatMap((each) => [each.name, each.remark]),
    ].some((text) => /[\p{Cc}\p{Cs}\p{Cn}]/u.test((text ?? '').replace(/[\n\r\t]/g, ''))),
  says: { zh: '文字里有看不见的控制字符', en: 'There are unseen control characters in the text' },
  remedy: { zh: '删掉后重新输入', en: 'Delete and type it anew' },
})

const longest = filingRule({
  id: 'TEXT-LENGTH-01',
  of: 'draft',
  source: bureauInterface('数据元长度'),
  from: interfaceDay,
  field: 'subject',
  holds: ({ draft: { subject, services } }) =>
    (subject.name?.length ?? 0) <= 255 &&
    (subject.investor?.length ?? 0) <= 255 &&
    (subject.remark?.length ?? 0) <= 1_024 &&
    services.every((each) => (each.name?.length ?? 0) <= 512 && (each.remark?.length ?? 0) <= 1_024),
  says: { zh: '有一项超过了接口允许的长度', en: 'A text is longer than the interface takes' },
  remedy: { zh: '名称最多255字，备注最多1024字', en: 'Names have at most 255 characters, remarks 1024' },
})

const nameDuring = filingRule({
  id: 'SITE-NAME-14',
  of: 'service',
  source: providerB('App名称不合格'),
  from: providerDays.b,
  field: 'name',
  applies: ({ service }) => service.kind === 'app' && service.name !== undefined,
  holds: (c) =>
    !/^(?:测试|test|demo|app|应用|软件|我的应用|未命名)\d*$/i.test(name(c)) &&
    !/最|第一|免费|官方正版|破解/.test(name(c)),
  says: { zh: 'App名称是泛称、占位或营销用语', en: 'The App’s name is generic, a placeholder or advertising' },
  remedy: { zh: '用上架时的真实名称', en: 'Use the name it is listed under' },
})

/** What the interface can carry. */
export const textRules: readonly FilingRule[] = [gbk, control, longest, nameDuring]
