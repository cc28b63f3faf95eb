import type { FormFacts } from '../form-facts.ts'
import { Sheet } from '../sheet.ts'
import { foot, isPerson, signatureLines } from '../words.ts'

const who = (facts: FormFacts) => (isPerson(facts) ? '本人' : '本单位')

const sites = ({ services }: FormFacts) =>
  services.map(({ name, domains }) => `${name}（${domains.join('、')}）`).join('；')

function parties(facts: FormFacts) {
  const { subject } = facts
  return [
    [isPerson(facts) ? '承诺人' : '承诺单位', subject.name],
    ['证件号码', subject.certificate.number],
    ['互联网信息服务', sites(facts)],
  ] as const
}

/** 互联网信息服务备案承诺书: Guangdong, signed by hand and dated; a body stamps, a person leaves a fingerprint. */
export function pledge(facts: FormFacts): Promise<Buffer> {
  return new Sheet({ title: '互联网信息服务备案承诺书', foot: foot(facts) })
    .title('互联网信息服务备案承诺书')
    .table(parties(facts))
    .paragraph(`${who(facts)}开办上述互联网信息服务，已知晓并承诺：`)
    .numbered([
      '填报的备案信息真实、准确、完整，所交材料是原件的真实影像。',
      '遵守《互联网信息服务管理办法》等法律法规，不制作、复制、发布、传播违法信息。',
      '涉及新闻、出版、药品和医疗器械、文化、广播电影电视节目等须事先批准的内容，取得批准后再开展。',
      '在网站首页底部标明备案编号，并链接到工业和信息化部备案管理系统。',
      '备案信息变更时按期办理变更；停止服务时办理注销。',
      '不将域名、备案编号转让或出借给他人使用。',
      '接到主管部门或接入服务单位的核查要求时，及时配合并整改。',
    ])
    .paragraph(`以上承诺如有违反，${who(facts)}愿承担备案被注销及相应的法律责任。`)
    .signatures(signatureLines(facts))
    .done()
}

/** 真实性责任告知书: Jiangsu, since 2021-06-01. */
export function truthNotice(facts: FormFacts): Promise<Buffer> {
  return new Sheet({ title: '真实性责任告知书', foot: foot(facts) })
    .title('真实性责任告知书')
    .table(parties(facts))
    .paragraph('办理备案前，请网站负责人阅读并知晓下列事项：')
    .numbered([
      '备案信息必须真实有效。提供虚假信息或材料的，备案将被注销，并可能被列入黑名单。',
      '网站由备案主体开办和管理，不得出借、出租、转让备案编号供他人使用。',
      '网站被用于诈骗、赌博等违法活动的，主体负责人与网站负责人须依法承担责任。',
      '联系电话须保持畅通，联系不上的，备案可能被注销。',
    ])
    .paragraph('网站负责人已完整阅读并理解以上内容。')
    .signatures(['网站负责人签字：', '日期：'])
    .done()
}

/** 真实性承诺书: Jiangsu, signed by the service's principal and held in hand in a video. */
export function truthPledge(facts: FormFacts): Promise<Buffer> {
  const principal = facts.services[0]?.principal ?? facts.subject.principal
  return new Sheet({ title: '真实性承诺书', foot: foot(facts) })
    .title('真实性承诺书')
    .table([...parties(facts), ['网站负责人', `${principal.name}    ${principal.certificate.number}`]])
    .paragraph(
      `本人是上述网站的负责人，已阅读真实性责任告知书。本人承诺：备案信息真实，网站由${facts.subject.name}开办，由本人实际管理，不转让、不出借。如有虚假，本人愿承担法律责任。`,
    )
    .paragraph('手持本承诺书拍摄视频时，请正对镜头，清楚读出上一段文字。')
    .signatures(['网站负责人签字：', '日期：'])
    .done()
}

/** 不涉及前置审批承诺书: a word of the name or scope hits a class without the business (Jiangxi and others). */
export function noPreApprovalPledge(facts: FormFacts): Promise<Buffer> {
  return new Sheet({ title: '不涉及前置审批承诺书', foot: foot(facts) })
    .title('不涉及前置审批承诺书')
    .table(parties(facts))
    .paragraph(
      `${who(facts)}承诺：上述网站不提供新闻、出版、药品和医疗器械、文化、广播电影电视节目、网络预约车、金融、校外培训、游戏等须前置审批的服务。今后如需提供，先取得批准，并办理备案变更。`,
    )
    .paragraph('涉及的词语，以及实际开展的内容（请填写）：')
    .table([
      ['词语', ''],
      ['实际内容', ''],
    ])
    .signatures(signatureLines(facts))
    .done()
}

/** 多域名情况说明: Guangxi and Sichuan ask why there are so many. */
export function severalSitesStatement(facts: FormFacts): Promise<Buffer> {
  const names = facts.services.flatMap(({ name, domains }) => domains.map((domain) => ({ name, domain })))
  const sheet = new Sheet({ title: '多域名情况说明', foot: foot(facts) })
    .title('多域名情况说明')
    .table(parties(facts))
    .paragraph(`${who(facts)}本次备案共${names.length}个域名，用途如下：`)
  return sheet
    .table(names.map(({ name, domain }) => [domain, `${name}：`] as const))
    .signatures(signatureLines(facts))
    .done()
}
