import { both, html, page } from '../control/html.ts'
import type { Bureaus } from './bureaus.ts'

const outcomes = {
  right: { zh: '核验成功', en: 'Verified' },
  wrong: { zh: '验证码错误', en: 'The code is wrong' },
  returned: { zh: '错误次数过多，申请已退回', en: 'Too many wrong codes: the request was returned' },
  'nothing-waits': { zh: '这个手机号没有待核验的申请', en: 'Nothing waits for this phone' },
} as const

/** The ministry's page where a person answers the SMS (短信核验). */
export function codePage(outcome?: keyof typeof outcomes): string {
  return page(
    { zh: '备案短信核验', en: 'SMS check of a filing' },
    html`${outcome ? html`<p role="status"><strong>${both(outcomes[outcome].zh, outcomes[outcome].en)}</strong></p>` : ''}
<form method="post" action="/bureaus/sms">
<label>${both('手机号', 'mobile number')}<input name="phone" inputmode="numeric" pattern="1[0-9]{10}" required></label>
<label>${both('验证码', 'code')}<input name="code" inputmode="numeric" pattern="[0-9]{6}" required></label>
<button>${'提交 Submit'}</button></form>`,
  )
}

export function bureausPage({ all, office }: Bureaus, instant: (iso: string | null) => string): string {
  const decide = (id: number, verdict: string, label: string, opinion: string) =>
    html`<form class="inline" method="post" action="/control/bureaus/requests/${id}/decision"><input type="hidden" name="verdict" value="${verdict}"><input type="hidden" name="opinion" value="${opinion}"><button class="quiet">${label}</button></form>`
  const provinces = [...all.values()].filter(({ province }) => province)
  return page(
    { zh: '通信管理局', en: 'Bureaus' },
    html`<p>${both('部级系统与31个省局，只经企业接口往来。', 'The ministry and 31 bureaus, reached by the enterprise interface only.')} <a href="/bureaus/sms">${both('短信核验', 'SMS check')}</a></p>
<h2>${both('审核员怎么做', 'What the reviewers do')}</h2>
<form method="post" action="/control/bureaus/scripts">
<label>${both('省局', 'bureau')}<select name="bureau"><option value="*">全部 all</option>${provinces.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></label>
<label>${both('含有', 'contains')}<input name="pattern" value="*" required></label>
<label>${both('结果', 'decision')}<select name="decision"><option value="approve">通过 approve</option><option value="refuse">退回 return</option><option value="by-hand">人工 by hand</option></select></label>
<label>${both('几天后', 'days')}<input type="number" name="days" min="0" max="365" value="5"></label>
<label>${both('意见', 'opinion')}<input name="opinion"></label>
<button>${'加上 Add'}</button></form>
<div class="scroll"><table><tr><th>#</th><th>省局 Bureau</th><th>含有 Contains</th><th>结果 Decision</th><th>天 Days</th><th>意见 Opinion</th></tr>
${office.scripts.list().map((one) => html`<tr><td>${one.id}</td><td>${all.get(one.bureau)?.name ?? one.bureau}</td><td>${one.pattern}</td><td>${one.decision}</td><td>${one.days}</td><td>${one.opinion}</td></tr>`)}</table></div>
<form method="post" action="/control/bureaus/scripts/clear"><button class="quiet">${'全部去掉 Clear all'}</button></form>
<h2>${both('申请', 'Requests')}</h2>
<div class="scroll"><table><tr><th>#</th><th>省局 Bureau</th><th>类型 Kind</th><th>内容 About</th><th>状态 State</th><th>时间 Time</th><th></th></tr>
${office.requests
  .list()
  .map(
    (one) =>
      html`<tr><td>${one.id}</td><td>${all.get(one.bureau)?.name}</td><td>${one.operation}</td><td>${one.title}</td><td>${one.state} ${one.opinion}</td><td>${instant(one.madeAt)}</td><td>${
        one.state === 'review' &&
        html`${decide(one.id, 'approved', '通过 Approve', '审核通过')} ${decide(one.id, 'refused', '退回 Return', '提交的信息不符合备案要求')}`
      }</td></tr>`,
  )}</table></div>
<h2>${both('已备案', 'Filed')}</h2>
<div class="scroll"><table><tr><th>主体 Subject</th><th>备案号 Number</th><th>服务 Services</th></tr>
${office.register.list().map((one) => html`<tr><td>${one.name}</td><td>${one.number}</td><td>${one.services.join(' ')}</td></tr>`)}</table></div>
<h2>${both('系统', 'Systems')}</h2>
<div class="scroll"><table><tr><th>系统 System</th><th>端口 Port</th><th>收到 Received</th><th>待下载 To download</th></tr>
${[...all.values()].map((one) => html`<tr><td>${one.name}</td><td>${one.port}</td><td>${office.inbox.last(one.id)?.sequence ?? 0}</td><td>${office.outbox.waiting(one.id)}</td></tr>`)}</table></div>`,
  )
}
