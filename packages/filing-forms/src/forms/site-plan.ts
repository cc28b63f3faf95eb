import type { FormFacts } from '../form-facts.ts'
import { Sheet } from '../sheet.ts'
import { contentWords, foot, modeWords, natureWords, signatureLines } from '../words.ts'

/** 网站建设方案书: many sites (Shanghai 30, Jiangsu 30 or 10, Guangdong 31 or 5, Chongqing 35 or 5, …). */
export function sitePlan(facts: FormFacts): Promise<Buffer> {
  const { subject, services, provider } = facts
  const sheet = new Sheet({ title: '网站建设方案书', foot: foot(facts) })
    .title('网站建设方案书')
    .heading('一、主办单位')
    .table([
      ['名称', subject.name],
      ['性质', natureWords[subject.nature]],
      ['证件号码', subject.certificate.number],
      ['负责人', `${subject.principal.name}    ${subject.principal.phone}`],
    ])
    .heading('二、网站')
  for (const service of services)
    sheet.table([
      ['名称', service.name],
      ['域名', service.domains.join('\n')],
      ['服务内容', contentWords[service.content]],
      ['栏目与说明', ''],
      ['服务对象', ''],
    ])
  sheet
    .heading('三、接入')
    .table(
      services.flatMap(({ access }) =>
        access.map(
          ({ ips, mode, place }) =>
            [modeWords[mode], `${ips.join('、') || '由接入服务单位分配'}    ${place}    ${provider}`] as const,
        ),
      ),
    )
    .heading('四、组织与人员')
    .table([
      ['网站负责人', services[0]?.principal?.name ?? subject.principal.name],
      ['内容审核人员', ''],
      ['技术维护人员', ''],
    ])
    .heading('五、信息安全管理')
    .numbered([
      '内容先审后发，有专人每日巡查；用户可发布内容的栏目，实行实名与先审后发。',
      '访问日志保存不少于六个月。',
      '发现违法信息立即停止传输、保存记录，并向主管部门报告。',
      '系统与数据定期备份，漏洞及时修补；发生安全事件按预案处置。',
    ])
    .heading('六、为什么需要这些网站')
    .table([['说明', '\n\n\n']])
  return sheet.signatures(signatureLines(facts)).done()
}
