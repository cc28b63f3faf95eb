import type { NoticeText } from './notice-text.ts'

/** What is told of ICP filings. */
export const filingTexts = {
  'filing.line-stands': {
    subject: { zh: '报往{bureau}的上报通道停了', en: 'The upload line to {bureau} stands' },
    body: {
      zh: '报往{bureau}的上报通道自 {since} 停着，文件 {file} 发不出去，后面的备案都在等。请打开页面看原因；解决以后由管理员放行。\n{link}',
      en: 'The upload line to {bureau} has stood since {since}: file {file} cannot leave, and every filing behind it waits. The page says why; once that is mended, an administrator lets it go on.\n{link}',
    },
  },
  'filing.file-fails': {
    subject: { zh: '{bureau}下发的文件处理不了', en: 'A file of {bureau} cannot be carried out' },
    body: {
      zh: '{bureau}下发的文件 {file} 自 {since} 一直处理不了，这个管局后来的文件都在等它。文件已存好，系统会一直再试。请打开页面看原因；等不了就由管理员先搁置它，让后面的继续。\n{link}',
      en: 'File {file} of {bureau} has not been carried out since {since}, and what came after it waits. It is kept, and tried again and again. The page says why; where it cannot wait, an administrator sets it aside and the others go on.\n{link}',
    },
  },
  'filing.returned': {
    subject: { zh: '{title} 的备案订单需要修改', en: 'Your filing of {title} has to be corrected' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）初审退回：{reason}\n怎么办：{remedy}\n{link}',
      en: '[Yuming] Filing order {number} ({type}) came back from our review: {reason}\nWhat to do: {remedy}\n{link}',
    },
  },
  'filing.check': {
    subject: { zh: '请完成 {title} 的负责人核验', en: 'The principal of {title} has to be verified' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）初审已通过。轮到你：打开订单，由网站负责人本人完成真实性核验，我们核对后1个工作日内送交管局。\n{link}',
      en: '[Yuming] Filing order {number} ({type}) has passed our review. Your turn: open the order, and the principal is verified in person; then it goes to the bureau within a working day.\n{link}',
    },
  },
  'filing.curtain': {
    subject: { zh: '{title} 的幕布已寄出', en: 'The curtain for {title} is on its way' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）的幕布已由 {carrier} 寄出，单号 {tracking}。收到后请在订单页点“幕布收到了”，再拍照上传。\n{link}',
      en: '[Yuming] The curtain for filing order {number} ({type}) left with {carrier}, tracking number {tracking}. When it has come, say so on the page of the order, then take the photograph.\n{link}',
    },
  },
  'filing.shell-ends': {
    subject: { zh: '{title} 是空壳网站，正在取消', en: '{title} is a shell site and is being given up' },
    body: {
      zh: '【域名】{title} 通知的期限已过，仍没有解析到备案的服务器（空壳网站）。我们已向管局提交{type}，订单 {number}。还要用的话，提交送出前可以在订单页撤回，并马上把解析改好。\n{link}',
      en: '[Yuming] The notice for {title} has run out and it still does not resolve to the filed server (a shell site). We have submitted to the bureau: {type}, order {number}. Where you still use it, take the order back on its page before it has left, and correct the DNS at once.\n{link}',
    },
  },
  'filing.curtain-silent': {
    subject: { zh: '{title} 的幕布收到了吗', en: 'Has the curtain for {title} come?' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）的幕布寄出已满30天，没有收到回音，收件地址已销毁。轮到你：打开订单，说收到了就接着拍照，没收到可以再请寄，或换一种核验方式。\n{link}',
      en: '[Yuming] The curtain for filing order {number} ({type}) left 30 days ago and we heard nothing; its postal address has been destroyed. Your turn: open the order and say that it has come, then take the photograph; or that it did not, and ask for another one or choose another way.\n{link}',
    },
  },
  'filing.refused': {
    subject: { zh: '{title} 的备案被管局退回', en: 'The bureau returned your filing of {title}' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）被管局退回：{reason}\n怎么办：{remedy}\n{link}',
      en: '[Yuming] The bureau returned filing order {number} ({type}): {reason}\nWhat to do: {remedy}\n{link}',
    },
  },
  'filing.sms': {
    subject: { zh: '请完成 {title} 的短信核验', en: 'Enter the ministry’s code for {title}' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）已提交管局。负责人的手机几分钟内会收到工信部的验证码，请按短信在 {by} 前完成核验，逾期会被退回。\n{link}',
      en: '[Yuming] Filing order {number} ({type}) is at the bureau. The principals get a code of the ministry by SMS within minutes; enter it as that message says by {by}, or the order comes back.\n{link}',
    },
  },
  'filing.sms-soon': {
    subject: { zh: '{title} 的短信核验快到期', en: 'The check by SMS of {title} ends soon' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）的短信核验 {by} 截止，还没有完成的请尽快按工信部短信操作。\n{link}',
      en: '[Yuming] The check by SMS of filing order {number} ({type}) ends at {by}. If it is not done, do it now as the ministry’s message says.\n{link}',
    },
  },
  'filing.lapsed': {
    subject: { zh: '{title} 的短信核验超时', en: 'The check by SMS of {title} was missed' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）的短信核验超时或输错太多次。内容不用改，打开订单点一下就能重新提交。\n{link}',
      en: '[Yuming] The check by SMS of filing order {number} ({type}) was missed, or the code was wrong too often. Nothing has to be changed: open the order and send it again.\n{link}',
    },
  },
  'filing.passed': {
    subject: { zh: '{title} 备案成功：{filing}', en: '{title} is filed: {filing}' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）已办结，备案号 {filing}。请把它放在网站底部并链接到备案系统，现在可以设置解析；开通后30日内办理公安联网备案。\n{link}',
      en: '[Yuming] Filing order {number} ({type}) is done; its number is {filing}. Show it at the foot of the site with a link to the filing system; the DNS record may be set now; file with public security within 30 days of opening.\n{link}',
    },
  },
  'filing.done': {
    subject: { zh: '{title}：{type}已办结', en: '{title}: {type} is done' },
    body: {
      zh: '【域名】备案订单 {number}（{type}）已办结，备案号 {filing}。\n{link}',
      en: '[Yuming] Filing order {number} ({type}) is done; the filing number is {filing}.\n{link}',
    },
  },
  'filing.cancelled': {
    subject: { zh: '{title} 的备案已注销', en: 'The filing of {title} is cancelled' },
    body: {
      zh: '【域名】备案号 {filing} 已注销，不再有效。请停止网站在境内服务器上的访问，并去掉页面底部的备案号。\n{link}',
      en: '[Yuming] Filing number {filing} is cancelled and no longer valid. Close the site on servers of the mainland, and remove the number from its pages.\n{link}',
    },
  },
  'filing.access-ended': {
    subject: { zh: '{title} 在本处的接入已取消', en: 'The access of {title} here has ended' },
    body: {
      zh: '【域名】备案号 {filing} 仍有效，但已不在本处接入。网站要继续访问，请到新的接入商办理新增接入，并改好解析。\n{link}',
      en: '[Yuming] Filing number {filing} stays valid, but its access is no longer here. To keep the site open, file a new access at its next provider and change its DNS records.\n{link}',
    },
  },
  'filing.blacklisted': {
    subject: { zh: '{name}：管局黑名单', en: '{name}: on a bureau’s blacklist' },
    body: {
      zh: '【域名】{name}：{reason}。\n{link}',
      en: '[Yuming] {name}: a bureau put it on its blacklist. Nothing can be filed with it until the bureau takes it off; appeal there if it is wrong. In its words: {reason}\n{link}',
    },
  },
  'filing.duty': {
    subject: { zh: '{name}：{duty}', en: '{name}: {duty}' },
    body: {
      zh: '【域名】{name}：{duty}，请在 {by} 前办理。\n{link}',
      en: '[Yuming] {name}: {duty}; please do it by {by}.\n{link}',
    },
  },
  'filing.duties': {
    subject: {
      zh: '备案有 {count} 项要办，最早 {by}',
      en: '{count} things to do about your filings, the first by {by}',
    },
    body: {
      zh: '【域名】您的备案有 {count} 项要办。最早的在 {by} 前：{name}，{duty}。其余的见备案页。\n{link}',
      en: '[Yuming] There are {count} things to do about your filings. The first by {by}: {name}, {duty}. The others are on the page of filings.\n{link}',
    },
  },
} as const satisfies Record<string, NoticeText>
