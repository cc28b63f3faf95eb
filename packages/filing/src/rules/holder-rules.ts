import { sameName } from '@yuming/identity'
import { cite } from '@yuming/rules'
import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { bringsService } from '../model/order-types.ts'
import { holderByLegalRepresentative } from '../provinces/province-facts.ts'
import { type FilingRule, filingRule, noticeDay } from './filing-rule.ts'

const notice = cite('工业和信息化部关于规范互联网信息服务使用域名的通知', '域名注册者与服务提供者一致', {
  date: '2017-11-27',
})

const holderType = filingRule({
  id: 'HOLDER-TYPE-01',
  of: 'domain',
  source: notice,
  from: noticeDay,
  field: 'holder.type',
  applies: ({ draft, domain }) =>
    bringsService(draft.type ?? 'first') && domain.holder?.type !== undefined && draft.subject.nature !== undefined,
  holds: ({ draft, domain }) => {
    const person = isPerson(draft)
    if (person) return domain.holder?.type === 'person'
    return domain.holder?.type === 'organisation' || byLegalRepresentative(draft, domain)
  },
  says: ({ draft }) =>
    isPerson(draft)
      ? {
          zh: '域名在单位名下，不能用于个人备案',
          en: 'The domain belongs to an organisation and cannot be filed by a person',
        }
      : {
          zh: '域名在个人名下，不能用于单位备案',
          en: 'The domain belongs to a person and cannot be filed by an organisation',
        },
  remedy: {
    zh: '把域名过户给主办者，或由域名持有者来备案',
    en: 'Change the holder to who files, or let the holder file',
  },
})

/** The legal representative holds the domain in a province that takes that. */
function byLegalRepresentative(draft: FilingCase['draft'], domain: FilingCase['domain']): boolean {
  const { principal } = draft.subject
  return (
    principal?.legalRepresentative === true &&
    domain.holder?.type === 'person' &&
    sameName(domain.holder.name ?? '', principal.name ?? '-') &&
    holderByLegalRepresentative(draft.province, draft.day)
  )
}

const asOrganiser = ({ draft, domain }: FilingCase): boolean =>
  draft.wish === 'file' && domain.holder !== undefined && !byLegalRepresentative(draft, domain)

const holderName = filingRule({
  id: 'HOLDER-NAME-01',
  of: 'domain',
  source: notice,
  from: noticeDay,
  field: 'holder.name',
  applies: asOrganiser,
  holds: ({ draft, domain }) => same(domain.holder?.name, draft.subject.name),
  says: ({ draft, domain }) => ({
    zh: `域名持有者“${domain.holder?.name ?? '…'}”与主办者“${draft.subject.name ?? '…'}”不同，一个字也不能差`,
    en: `The holder “${domain.holder?.name ?? '…'}” is not the organiser “${draft.subject.name ?? '…'}”: not a character may differ`,
  }),
  remedy: {
    zh: '过户到主办者名下，或改主办者；过户后等3个工作日',
    en: 'Change the holder to the organiser or the organiser to the holder; wait three working days after a change',
  },
})

const holderKind = filingRule({
  id: 'HOLDER-KIND-01',
  of: 'domain',
  source: notice,
  from: noticeDay,
  field: 'holder.kind',
  applies: asOrganiser,
  holds: ({ draft, domain }) => same(domain.holder?.kind, draft.subject.certificate?.kind),
  says: { zh: '域名持有者的证件种类与主办者的不同', en: 'The holder’s kind of paper is not that of the organiser' },
  remedy: {
    zh: '用同一种证件实名，再等3个工作日',
    en: 'Verify with the same kind of paper, then wait three working days',
  },
})

const holderNumber = filingRule({
  id: 'HOLDER-NUMBER-01',
  of: 'domain',
  source: notice,
  from: noticeDay,
  field: 'holder.number',
  applies: asOrganiser,
  holds: ({ draft, domain }) => same(domain.holder?.number, draft.subject.certificate?.number),
  says: {
    zh: '域名持有者的证件号码与主办者的不同',
    en: 'The holder’s certificate number is not that of the organiser',
  },
  remedy: {
    zh: '两边改成一致，再等3个工作日入库',
    en: 'Make both the same, then wait three working days until it is known',
  },
})

// Byte for byte: what looks alike is refused by the bureau too.
function same(one: string | undefined, other: string | undefined): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one === other
}

/** Who holds the domain: the subject in name, kind and number (S3-20). */
export const holderRules: readonly FilingRule[] = [holderType, holderName, holderKind, holderNumber]
