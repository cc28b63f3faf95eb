import type { FormFacts } from '../form-facts.ts'
import { Sheet } from '../sheet.ts'
import { foot } from '../words.ts'

/** 法定代表人授权委托书: where a principal is not the legal representative and the province allows it. */
export function authorisation(facts: FormFacts): Promise<Buffer> {
  const { subject, services } = facts
  const principal = services[0]?.principal ?? subject.principal
  return new Sheet({ title: '法定代表人授权委托书', foot: foot(facts) })
    .title('法定代表人授权委托书')
    .table([
      ['委托单位', subject.name],
      ['证件号码', subject.certificate.number],
      ['法定代表人', ''],
      ['身份证件号码', ''],
    ])
    .table([
      ['受托人', principal.name],
      ['身份证件号码', principal.certificate.number],
      ['联系电话', principal.phone],
    ])
    .paragraph(
      `现授权上述受托人为本单位互联网信息服务的负责人，办理${services.flatMap(({ domains }) => domains).join('、')}的备案、变更、注销和核验，并负责网站的日常管理。受托人在授权范围内办理的事项，本单位均予承认并承担责任。`,
    )
    .paragraph('授权期限：自签署之日起，至该网站备案注销或另行书面通知之日止。')
    .signatures(['法定代表人签字：', '受托人签字：', '单位盖章：', '日期：'])
    .done()
}
