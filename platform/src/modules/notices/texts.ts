import type { Text } from '@yuming/rules'

interface NoticeText {
  readonly subject: Text
  readonly body: Text
}

/** Texts by kind; `{name}` is replaced by the parameter of that name. */
export const noticeTexts = {
  'email.verification': {
    subject: { zh: '验证邮箱', en: 'Verify your e-mail address' },
    body: {
      zh: '验证码：{code}\n也可以打开链接完成验证：{link}\n\n{hours} 小时内有效。如果不是您本人操作，请忽略本邮件。',
      en: 'Code: {code}\nOr open this link: {link}\n\nValid for {hours} hours. If this was not you, ignore this message.',
    },
  },
  'email.verify-soon': {
    subject: { zh: '请验证持有者邮箱', en: 'Verify the address of the holder' },
    body: {
      zh: '【域名】持有者邮箱还没有验证，请在 {by} 前验证，逾期域名会停止解析。\n{link}',
      en: '[Yuming] The address of the holder is not verified. Please verify it by {by}, or the names stop resolving.\n{link}',
    },
  },
  'account.exists': {
    subject: { zh: '有人用您的邮箱注册', en: 'Someone tried to sign up with your address' },
    body: {
      zh: '该邮箱已有账号，请直接登录：{link}\n如果不是您本人操作，请忽略本邮件。',
      en: 'This address has an account already; sign in here: {link}\nIf this was not you, ignore this message.',
    },
  },
  'phone.changed': {
    subject: { zh: '账号的手机号码已更换', en: 'The phone of your account was changed' },
    body: {
      zh: '【域名】账号绑定的手机号码已换成 {phone}。不是本人操作，请立即登录修改密码：{link}',
      en: '[Yuming] The phone of your account is now {phone}. If this was not you, sign in and change the password: {link}',
    },
  },
  'phone.code': {
    subject: { zh: '登录验证码', en: 'Sign-in code' },
    body: {
      zh: '【域名】验证码 {code}，{minutes} 分钟内有效，请勿告诉他人。',
      en: '[Yuming] Your code is {code}, valid for {minutes} minutes. Tell it to nobody.',
    },
  },
  'order.placed': {
    subject: { zh: '订单 {number} 待支付', en: 'Order {number} awaits payment' },
    body: {
      zh: '订单 {number}（{names}）已提交，请尽快结算。下单不会为您保留域名，支付前可能被他人注册。\n{link}',
      en: 'Order {number} ({names}) was placed. Please pay soon: an order does not hold a name, and others may register it before you pay.\n{link}',
    },
  },
  'order.succeeded': {
    subject: { zh: '域名注册成功：{names}', en: 'Registered: {names}' },
    body: {
      zh: '订单 {number} 已完成：{names}。\n{next}\n{link}',
      en: 'Order {number} is complete: {names}.\n{next}\n{link}',
    },
  },
  'order.failed': {
    subject: { zh: '域名注册未成功：{names}', en: 'Not registered: {names}' },
    body: {
      zh: '订单 {number} 中的 {names} 未能注册：{reason}\n{money}\n{link}',
      en: 'In order {number}, {names} could not be registered: {reason}\n{money}\n{link}',
    },
  },
  'order.price-raised': {
    subject: { zh: '注册局涨价，没有注册：{names}', en: 'Its registry raised the price; not registered: {names}' },
    body: {
      zh: '订单 {number} 中的 {names} 没有注册：{reason}\n我们没有按新价注册。{money}\n要按新价买，请再查一次、重新下单。\n{link}',
      en: 'In order {number}, {names} was not registered: {reason}\nWe did not register it at the new price. {money}\nTo buy it at that price, search for it again and place a new order.\n{link}',
    },
  },
  'order.renewal-failed': {
    subject: { zh: '续费未成功：{names}', en: 'Not renewed: {names}' },
    body: {
      zh: '订单 {number} 中的 {names} 没有续费成功：{reason}\n{money}\n{link}',
      en: 'In order {number}, {names} could not be renewed: {reason}\n{money}\n{link}',
    },
  },
  'domain.renewed': {
    subject: { zh: '域名续费成功：{names}', en: 'Renewed: {names}' },
    body: {
      zh: '{names} 已续费，新的到期日为 {expires}。\n{link}',
      en: '{names} was renewed and now expires on {expires}.\n{link}',
    },
  },
  'domain.expires-soon': {
    subject: { zh: '{name} 将于 {expires} 到期', en: '{name} expires on {expires}' },
    body: {
      zh: '{name} 将于 {expires} 到期。{renewal}\n{link}',
      en: '{name} expires on {expires}. {renewal}\n{link}',
    },
  },
  'domain.expired': {
    subject: { zh: '{name} 已于 {expires} 到期', en: '{name} expired on {expires}' },
    body: {
      zh: '{name} 已于 {expires} 到期。{renewal}\n{link}',
      en: '{name} expired on {expires}. {renewal}\n{link}',
    },
  },
  'domain.agent-held': {
    subject: { zh: '请及时过户到自己名下：{name}', en: 'Transfer {name} to yourself in time' },
    body: {
      zh: '{name} 登记在代理（{agent}）名下，登记信息显示代理的联系方式，使用功能受限：不能续费、转出、账号间转移和修改信息。轮到你：先建自己的信息模板并实名，再过户到自己名下，过户成功后全部恢复。\n{link}',
      en: '{name} is held by an agent ({agent}): the registration shows their contacts, and renewal, transfer, moves and changes of information are closed. Your turn: make a template of your own, have it verified and transfer the name to it (过户); all is open again after that.\n{link}',
    },
  },
  'domain.verify-soon': {
    subject: { zh: '请尽快进行实名认证：{names}', en: 'Verify the holder soon: {names}' },
    body: {
      zh: '{names} 尚未完成实名认证，请在 {by} 前提交材料，逾期停止解析（注册局停止；注册局不停的，我们停止）。完成后再办理 ICP 备案。\n{link}',
      en: 'The holder of {names} is not verified yet. Please hand the papers in by {by}, or it stops resolving (by its registry, or else by us). ICP filing comes after that.\n{link}',
    },
  },
  'identity.passed': {
    subject: { zh: '实名认证已通过：{holder}', en: 'Verified: {holder}' },
    body: {
      zh: '{holder} 的实名认证已通过。用这个模板的域名都算实名，不用再交材料。\n{link}',
      en: '{holder} is verified. Every name under this template counts as verified; nothing more is to be handed in.\n{link}',
    },
  },
  'identity.failed': {
    subject: { zh: '实名认证没有通过：{holder}', en: 'Not verified: {holder}' },
    body: {
      zh: '{holder} 的实名认证没有通过：{reason}\n怎么办：{remedy}\n{link}',
      en: 'The verification of {holder} failed: {reason}\nWhat to do: {remedy}\n{link}',
    },
  },
  'domain.hold-lifted': {
    subject: { zh: '{name} 已恢复解析', en: '{name} resolves again' },
    body: {
      zh: '{name} 的停止解析状态已解除，一两个小时内各地恢复访问。\n{link}',
      en: 'The hold of {name} has ended; within an hour or two it resolves everywhere again.\n{link}',
    },
  },
  'domain.email-held': {
    subject: { zh: '{names} 已停止解析：邮箱未验证', en: '{names} does not resolve: the address is not verified' },
    body: {
      zh: '【域名】持有者邮箱到 {by} 仍未验证，{names} 已停止解析。验证邮箱后自动恢复。\n{link}',
      en: '[Yuming] The address of the holder was not verified by {by}; {names} does not resolve any more. It does again once the address is verified.\n{link}',
    },
  },
  'domain.review-failed': {
    subject: { zh: '{name} 的{axis}没有通过', en: 'The {axis} of {name} failed' },
    body: {
      zh: '注册局审核 {name}：{axis}没有通过。{reason}轮到您，请看：\n{link}',
      en: 'The registry reviewed {name}: the {axis} failed. {reason}It is your turn:\n{link}',
    },
  },
  'domain.holder-changed': {
    subject: { zh: '{name} 过户成功', en: 'The holder of {name} has changed' },
    body: {
      zh: '{name} 已过户给 {holder}。\n{link}',
      en: '{name} now belongs to {holder}.\n{link}',
    },
  },
  'domain.holder-change-failed': {
    subject: { zh: '{name} 过户没有成功', en: 'The holder of {name} has not changed' },
    body: {
      zh: '{name} 过户没有成功，持有者不变：{reason}\n{link}',
      en: '{name} was not moved; its holder is as before: {reason}\n{link}',
    },
  },
  'ticket.answered': {
    subject: { zh: '工单 {number} 有答复', en: 'Ticket {number} is answered' },
    body: {
      zh: '关于 {name} 的工单 {number} 有了答复，轮到您看一看。\n{link}',
      en: 'Ticket {number} about {name} has an answer; it is your turn to look.\n{link}',
    },
  },
  'certificate.ends-soon': {
    subject: { zh: '{holder} 的证件将于 {by} 到期', en: 'The paper of {holder} ends on {by}' },
    body: {
      zh: '信息模板“{holder}”的证件 {by} 到期。离到期不足三个月的证件不能用于新的实名认证和备案，请换发后更新。\n{link}',
      en: 'The paper of the template {holder} ends on {by}. One with less than three months left is not taken for a new verification or filing; please renew it and change the template.\n{link}',
    },
  },
  'domain.verify-over': {
    subject: { zh: '{names} 已停止解析：未实名认证', en: '{names} does not resolve: the holder is not verified' },
    body: {
      zh: '{names} 到 {by} 仍未完成实名认证，我们已停止它的解析。提交材料并通过审核后，我们随即恢复。\n{link}',
      en: 'The holder of {names} was not verified by {by}; we have stopped its resolution, and lift that once the papers are handed in and have passed.\n{link}',
    },
  },
  'domain.verify-held': {
    subject: { zh: '{names} 已被注册局停止解析：未实名认证', en: '{names} does not resolve: its registry holds it' },
    body: {
      zh: '{names} 到 {by} 仍未完成实名认证，注册局已停止它的解析。提交材料并通过审核后，由注册局恢复，一般1至2个工作日。\n{link}',
      en: 'The holder of {names} was not verified by {by}; its registry has stopped its resolution, and lifts that once the papers are handed in and have passed, usually within 1 or 2 working days.\n{link}',
    },
  },
  'domain.deleted': {
    subject: { zh: '{name} 已被注册局删除', en: '{name} was deleted by its registry' },
    body: {
      zh: '{name} 的审核没有通过，注册局已删除：{reason}\n{money}\n{link}',
      en: 'A review of {name} failed and its registry has deleted it: {reason}\n{money}\n{link}',
    },
  },
  'qualification.may-register': {
    subject: { zh: '{name} 的资质已核对通过，可以注册', en: '{name}: your papers have passed, you may register it' },
    body: {
      zh: '{name} 的资质材料已由我们核对通过，现在可以注册。名字没有为您保留，支付才会提交注册局；注册后由注册局再审。\n{link}',
      en: 'We have checked the papers for {name}; it can be registered now. The name is not held for you: only payment brings it to the registry, which then reviews it itself.\n{link}',
    },
  },
  'qualification.passed': {
    subject: { zh: '{name} 的资质材料已核对通过', en: '{name}: your papers have passed our check' },
    body: {
      zh: '{name} 的资质材料已由我们核对通过。接下来由注册局自己审，批准后才能使用；结果我们会告诉您。\n{link}',
      en: 'We have checked the papers for {name}. The registry now decides itself, and the name works after that; we tell you how it ends.\n{link}',
    },
  },
  'qualification.failed': {
    subject: { zh: '{name} 的资质材料没有通过', en: '{name}: your papers did not pass' },
    body: {
      zh: '{name} 的资质材料没有通过：{reason}\n请改正后重新提交。\n{link}',
      en: 'The papers for {name} did not pass: {reason}\nPlease correct them and hand them in again.\n{link}',
    },
  },
  'qualification.papers-soon': {
    subject: { zh: '请提交 {name} 的资质材料', en: 'Hand in the papers for {name}' },
    body: {
      zh: '{name} 要通过注册局的资质审核才能使用。请在 {by} 前提交资质材料。\n{link}',
      en: '{name} works only after the registry has reviewed your right to it. Please hand the papers in by {by}.\n{link}',
    },
  },
  'qualification.papers-over': {
    subject: { zh: '{name} 的资质材料已逾期', en: 'The papers for {name} are overdue' },
    body: {
      zh: '到 {by} 还没有收到 {name} 的资质材料，注册局可能直接删除这个域名。现在仍可提交。\n{link}',
      en: 'The papers for {name} were not handed in by {by}; the registry may delete the name. They can still be handed in.\n{link}',
    },
  },
  'papers.end-soon': {
    subject: { zh: '{holder} 的证件照片还没提交，{by} 销毁', en: 'Hand the photographs of {holder} in by {by}' },
    body: {
      zh: '【域名】{holder} 的证件照片已经上传，还没有提交审核。按约定 {by} 销毁，之后要重新拍。请在此之前提交。\n{link}',
      en: '[Yuming] The photographs of the papers of {holder} were uploaded and not handed in. As agreed they are destroyed on {by}, and would have to be taken again; please hand them in before that.\n{link}',
    },
  },
  'enhanced.papers-soon': {
    subject: { zh: '{name} 要补交强化实名材料，{by} 前', en: '{name}: the registry asks for more papers by {by}' },
    body: {
      zh: '【域名】注册局要求 {name} 的持有者做强化实名，请在 {by} 前交材料；逾期，持有者名下所有.cn域名都受影响。\n{link}',
      en: '[Yuming] The registry asks for more papers of the holder of {name}. Please hand them in by {by}, or every .cn name of the holder is affected.\n{link}',
    },
  },
  'enhanced.papers-over': {
    subject: { zh: '{name} 的强化实名材料已逾期', en: '{name}: the papers that the registry asked for are overdue' },
    body: {
      zh: '【域名】到 {by} 还没有收到 {name} 的强化实名材料，注册局可能处理持有者名下所有.cn域名。现在仍可提交。\n{link}',
      en: '[Yuming] The papers for {name} were not handed in by {by}; the registry may act on every .cn name of the holder. They can still be handed in.\n{link}',
    },
  },
  'enhanced.sent': {
    subject: { zh: '{name} 的强化实名材料已转交注册局', en: '{name}: your papers are with the registry' },
    body: {
      zh: '{name} 的强化实名材料已核对并转交注册局，等它答复；有结果我们会告诉您。\n{link}',
      en: 'We have checked the papers for {name} and passed them to the registry, which decides now; we tell you how it ends.\n{link}',
    },
  },
  'enhanced.returned': {
    subject: { zh: '{name} 的强化实名材料要改正', en: '{name}: the papers have to be corrected' },
    body: {
      zh: '【域名】{name} 的强化实名材料没有通过：{reason}请在 {by} 前改正后再交。\n{link}',
      en: '[Yuming] The papers for {name} did not pass: {reason} Please correct them and hand them in again by {by}.\n{link}',
    },
  },
  'enhanced.passed': {
    subject: { zh: '{name} 的强化实名已通过', en: '{name}: the registry has accepted the papers' },
    body: {
      zh: '注册局已认可 {name} 的强化实名材料，不用再做什么。\n{link}',
      en: 'The registry has accepted the papers for {name}; nothing more is to be done.\n{link}',
    },
  },
  'enhanced.withdrawn': {
    subject: { zh: '{name} 不用再做强化实名', en: '{name}: no more papers are asked for' },
    body: {
      zh: '注册局已撤回对 {name} 的强化实名要求，不用再交材料。\n{link}',
      en: 'The registry no longer asks for papers for {name}.\n{link}',
    },
  },
  'review.due-soon': {
    subject: { zh: '{count} 件审核一小时内到期', en: '{count} reviews are due within the hour' },
    body: {
      zh: '还有 {count} 件等审核，一小时内到期：{numbers}\n{link}',
      en: '{count} reviews still wait and are due within the hour: {numbers}\n{link}',
    },
  },
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

export type NoticeKind = keyof typeof noticeTexts

/** Names of the parameters that a text needs, read from the text itself. */
type Holes<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never
type TextOf<K extends NoticeKind> = (typeof noticeTexts)[K]
export type NoticeParameters<K extends NoticeKind> = Readonly<
  Record<Holes<TextOf<K>['subject']['zh']> | Holes<TextOf<K>['body']['zh']>, string | Text>
>

/** @throws when a parameter is missing: a message with a hole never leaves. */
export function renderNotice(
  kind: string,
  locale: 'zh' | 'en',
  parameters: Readonly<Record<string, string | Text>>,
): { subject: string; text: string } {
  const text = (noticeTexts as Readonly<Record<string, NoticeText>>)[kind]
  if (!text) throw new Error(`no notice of kind ${kind}`)
  const fill = (pattern: string) =>
    pattern.replace(/\{([a-z]+)\}/g, (_hole, name: string) => {
      const value = parameters[name]
      if (value === undefined) throw new Error(`notice ${kind} lacks ${name}`)
      return typeof value === 'string' ? value : value[locale]
    })
  // A subject is one line, whatever a parameter holds (RFC 5322 §2.2).
  return { subject: fill(text.subject[locale]).replace(/[\r\n]+/g, ' '), text: fill(text.body[locale]) }
}
