import type { FormDomain } from '../form-facts.ts'
import { Sheet } from '../sheet.ts'
import { chineseDay } from '../words.ts'

/** 域名证书: what the registrar's own records say of a name on a day. Only a registrar issues it. */
export function domainCertificate(
  domain: FormDomain,
  issued: { readonly on: string; readonly number: string },
): Promise<Buffer> {
  return new Sheet({ title: '域名证书', foot: `证书编号${issued.number}    ${chineseDay(issued.on)}` })
    .title('域名证书', `编号：${issued.number}`)
    .paragraph(`兹证明，域名${domain.name}已由下列持有者注册，登记信息如下：`)
    .table([
      ['域名', domain.name],
      ['域名持有者', domain.holder],
      ['注册服务机构', domain.registrar],
      ['注册日期', chineseDay(domain.registeredOn)],
      ['到期日期', chineseDay(domain.expiresOn)],
      ['域名服务器', (domain.nameServers ?? []).join('\n') || '未设置'],
    ])
    .numbered([
      '本证书的内容以出具当日的登记信息为准。此后续费、过户、转移或注销的，以注册局的登记为准。',
      '本证书不表示持有者在域名之外享有其他权利。',
    ])
    .signatures(['出具单位：', '出具日期：'])
    .done()
}
