import { both, html, page } from '../../control/html.ts'
import type { Registry } from '../registry.ts'
import type { Review } from './review-record.ts'

type Instant = (iso: string | null) => string

const modes = [
  ['off', '不审', 'off'],
  ['at-create', '先过实名才能注册', 'at create'],
  ['after-create', '注册后五天内实名', 'after create'],
  ['hold-at-create', '注册即暂停，实名后恢复', 'hold at create'],
] as const
const kinds = {
  identity: '实名 identity',
  naming: '命名 naming',
  qualification: '资质 qualification',
  'holder-change': '过户 holder change',
} as const
const states = { pending: '待审 pending', passed: '通过 passed', failed: '不通过 failed', withdrawn: '作废 withdrawn' }

/** The desk of a registry's reviewers. */
export function reviewPage(registry: Registry, instant: Instant): string {
  const { profile, office } = registry
  const { modes: set, scripts } = office.reviews
  const action = `/control/registries/${profile.id}/reviews`
  const exceptions = Object.entries(set.setting.suffixes).map(([suffix, mode]) => ` · .${suffix} ${mode}`)
  return page(
    { zh: `${profile.name.zh}：审核`, en: `${profile.name.en}: reviews` },
    html`<p><a href="/registries/${profile.id}">${both('回注册局', 'Back to the registry')}</a></p>
<h2>${both('何时审核', 'When')}</h2><p>${set.setting.mode}${exceptions}</p>
<form method="post" action="${action}/mode">
<label>${both('方式', 'mode')}<select name="mode">${modes.map(([value, zh, en]) => html`<option value="${value}">${zh} ${en}</option>`)}</select></label>
<label>${both('只对后缀（空为全部）', 'suffix only, empty: all')}<input name="suffix"></label>
<button>${'设定 Set'}</button></form>
<h2>${both('审核员怎么做', 'What the reviewers do')}</h2>
<form method="post" action="${action}/scripts">
<label>${both('审什么', 'kind')}<select name="kind"><option value="*">全部 all</option>${Object.entries(kinds).map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>
<label>${both('含有', 'contains')}<input name="pattern" value="*" required></label>
<label>${both('结果', 'decision')}<select name="decision"><option value="pass">通过 pass</option><option value="fail">不通过 fail</option><option value="by-hand">等人工 by hand</option></select></label>
<label>${both('秒后', 'after seconds')}<input type="number" name="seconds" min="0" value="60"></label>
<label>${both('理由', 'reason')}<input name="reason" maxlength="200"></label>
<button>${'加上 Add'}</button></form>
<div class="scroll"><table><tr><th>#</th><th>审什么 Kind</th><th>含有 Contains</th><th>结果 Decision</th><th>秒后 Seconds</th><th>理由 Reason</th></tr>
${scripts.list().map((one) => html`<tr><td>${one.id}</td><td>${one.kind}</td><td>${one.pattern}</td><td>${one.decision}</td><td>${one.seconds}</td><td>${one.reason}</td></tr>`)}</table></div>
<form method="post" action="${action}/scripts/clear"><button class="quiet">${'全部去掉 Clear all'}</button></form>
<h2>${both('审核', 'Reviews')}</h2>
<div class="scroll"><table><tr><th>#</th><th>审什么 Kind</th><th>对象 Subject</th><th>状态 State</th><th>时间 Time</th><th></th></tr>
${office.reviews
  .list({}, 200)
  .map(
    (one) =>
      html`<tr><td>${one.id}</td><td>${kinds[one.kind]}</td><td>${one.title} ${one.subject}</td><td>${states[one.state]} ${one.reason}</td><td>${instant(one.decidedAt ?? one.createdAt)}</td><td>${decisions(one, action)}</td></tr>`,
  )}</table></div>`,
  )
}

function decisions(review: Review, action: string) {
  if (review.state !== 'pending' && review.state !== 'failed') return ''
  return html`<form class="inline" method="post" action="${action}/${review.id}"><input type="hidden" name="decision" value="pass"><button class="quiet">${'通过 Pass'}</button></form> ${
    review.state === 'pending' &&
    html`<form class="inline" method="post" action="${action}/${review.id}"><input type="hidden" name="decision" value="fail"><input name="reason" value="审核未通过" maxlength="200" aria-label="理由 reason"><button class="quiet">${'不通过 Fail'}</button></form>`
  }`
}
