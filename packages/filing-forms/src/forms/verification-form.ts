import type { Principal, Service } from '@yuming/filing'
import type { FormFacts } from '../form-facts.ts'
import { type FormRow, Sheet } from '../sheet.ts'
import { contentWords, foot, isPerson, natureWords, orderWords, preApprovalWords, signatureLines } from '../words.ts'

const phonesOf = (person: Principal) =>
  [person.phone, person.secondPhone, person.emergencyPhone, person.officePhone].filter(Boolean).join('；')

/**
 * 网站备案真实性核验单. Provinces differ in one thing that is known: Beijing also wants domain and registrar on it; all
 * domains stand on one form everywhere, as Inner Mongolia, Heilongjiang, Hainan, Sichuan and Xinjiang ask.
 */
export function verificationForm(facts: FormFacts): Promise<Buffer> {
  const { subject, services, provider } = facts
  const person = isPerson(facts)
  const sheet = new Sheet({ title: '网站备案真实性核验单', foot: foot(facts) })
    .title('网站备案真实性核验单', `${orderWords(facts)}    接入服务单位：${provider}`)
    .heading('一、主办单位')
    .table([
      ['主办单位名称', subject.name],
      ['主办单位性质', natureWords[subject.nature]],
      ['证件号码', subject.certificate.number],
      ...(subject.certificate.address ? [['证件住所', subject.certificate.address] as const] : []),
      ['通信地址', subject.correspondenceAddress],
      ...(subject.investor ? [['投资人或主管单位', subject.investor] as const] : []),
      ['主体负责人', `${subject.principal.name}    ${subject.principal.certificate.number}`],
      ['联系方式', `${phonesOf(subject.principal)}    ${subject.principal.email}`],
    ])
  for (const [index, service] of services.entries())
    sheet.heading(`二、网站信息${services.length > 1 ? `（${index + 1}）` : ''}`).table(siteRows(service, facts))
  return sheet
    .heading('三、核验（由核验人用黑色签字笔填写）')
    .boxes([
      person ? '主办者本人到场，证件原件与本人一致' : '证件原件与主办单位名称、号码一致',
      '网站负责人本人到场，证件原件与本人一致，已当面采集照片',
      '联系电话均已拨通，是负责人本人使用',
      '网站名称、内容与域名符合备案要求，不涉及未经批准的前置审批内容',
    ])
    .table([
      ['核验地点', ''],
      ['核验人姓名', ''],
      ['核验人意见', ''],
    ])
    .heading('四、主办者声明')
    .paragraph(
      `以上信息由${person ? '本人' : '本单位'}填报，真实、准确、完整；信息变更后${person ? '本人' : '本单位'}及时办理备案变更。如有虚假，愿承担备案被注销及相应的法律责任。`,
    )
    .signatures(signatureLines(facts))
    .done()
}

function siteRows(service: Service, facts: FormFacts): FormRow[] {
  const principal = service.principal ?? facts.subject.principal
  const registrars = service.domains.map((name) => {
    const known = facts.domains.find((domain) => domain.name === name)
    return known ? `${name}（注册服务机构：${known.registrar}，有效期至${known.expiresOn}）` : name
  })
  return [
    ['网站名称', service.name],
    ['域名', registrars.join('\n')],
    ...(service.homeUrl ? [['首页地址', service.homeUrl] as const] : []),
    ['服务内容', contentWords[service.content]],
    [
      '前置审批',
      service.preApprovals.map(({ type, number }) => `${preApprovalWords[type]} ${number}`).join('；') || '不涉及',
    ],
    ['网站负责人', `${principal.name}    ${principal.certificate.number}`],
    ['联系方式', `${phonesOf(principal)}    ${principal.email}`],
    ...(service.remark ? [['备注', service.remark] as const] : []),
  ]
}
