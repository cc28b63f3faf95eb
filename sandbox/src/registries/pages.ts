import { both, html, page } from '../control/html.ts'
import { yuanOf } from '../payment/amount.ts'
import { shownStatuses } from './domain-record.ts'
import type { Registry } from './registry.ts'

type Instant = (iso: string | null) => string

function money(fen: number): string {
  return fen < 0 ? `−${yuanOf(-fen)}` : yuanOf(fen)
}

export function registriesPage(registries: readonly Registry[]): string {
  return page(
    { zh: '注册局', en: 'Registries' },
    html`<div class="grid">${registries.map(
      (registry) => html`<div class="card"><a href="/registries/${registry.profile.id}">${registry.profile.name.zh}</a>
<div class="en">${registry.profile.name.en}</div><div>127.0.0.1:${registry.port}</div>
<div>${both('余额', 'balance')} ¥ ${money(registry.office.accounts.balance(registry.ours.clientId))}</div>
<div>${both('会话', 'sessions')} ${registry.sessionCount()} / ${registry.profile.maxSessions} · ${both('毛病', 'faults')} ${registry.faults.list().length}</div></div>`,
    )}</div>`,
  )
}

const kinds = [
  ['commit-then-drop', '做完就断线', 'commit, then drop'],
  ['drop-before', '不做就断线', 'drop before'],
  ['delay', '迟答', 'delay'],
  ['command-failed', '答 2400', 'answer 2400'],
  ['session-limit', '答 2502', 'answer 2502'],
  ['logged-out', '会话失效', 'session logged out'],
] as const

export function registryPage(registry: Registry, instant: Instant): string {
  const { profile, office, faults } = registry
  const action = `/control/registries/${profile.id}`
  return page(
    profile.name,
    html`<p>127.0.0.1:${registry.port} · ${profile.svID} · ${both('账号', 'client')} ${registry.ours.clientId}</p>
<p>${profile.suffixes.slice(0, 40).map((one) => `.${one.suffix} `)}${profile.suffixes.length > 40 && `… ${profile.suffixes.length}`}</p>
<p><a href="/registries/${profile.id}/reviews">${both('审核', 'Reviews')}</a> ${office.reviews.modes.setting.mode}</p>
<h2>${both('让它出毛病', 'Make it go wrong')}</h2>
<form method="post" action="${action}/faults">
<label>${both('毛病', 'fault')}<select name="kind">${kinds.map(([value, zh, en]) => html`<option value="${value}">${zh} ${en}</option>`)}</select></label>
<label>${both('命令', 'verb')}<select name="verb"><option value="">全部 all</option>${['check', 'info', 'create', 'domain:create', 'contact:create', 'host:create', 'update', 'delete', 'renew', 'transfer', 'poll'].map((verb) => html`<option>${verb}</option>`)}</select></label>
<label>${both('次数', 'times')}<input type="number" name="times" min="1" max="100000" value="1"></label>
<label>${both('毫秒', 'ms')}<input type="number" name="delayMs" min="0" max="600000" value="1000"></label>
<button>${'加上 Add'}</button></form>
<div class="scroll"><table><tr><th>#</th><th>毛病 Fault</th><th>命令 Verb</th><th>还剩 Left</th><th>已遇 Met</th></tr>
${faults.list().map((fault) => html`<tr><td>${fault.id}</td><td>${fault.kind} ${fault.delayMs ?? ''}</td><td>${fault.verb ?? '—'}</td><td>${fault.times}</td><td>${fault.met}</td></tr>`)}</table></div>
<form method="post" action="${action}/faults/clear"><button class="quiet">${'全部去掉 Clear all'}</button></form>
<form method="post" action="${action}/sign-out"><button class="quiet">${'现在让所有会话失效 Sign out all sessions now'}</button></form>
<h2>${both('抢先注册', 'Let the rival grab a name')}</h2>
<form method="post" action="${action}/grab"><label>${both('域名', 'name')}<input name="name" required></label><button>${'抢注 Grab'}</button></form>
<h2>${both('账户', 'Account')}</h2>
<p class="sum">¥ ${money(office.accounts.balance(registry.ours.clientId))}</p>
<form method="post" action="${action}/balance"><label>${both('余额设为（分）', 'set the balance, fen')}<input type="number" name="fen" value="${office.accounts.balance(registry.ours.clientId)}"></label><button class="quiet">${'设定 Set'}</button></form>
<div class="scroll"><table>${office.accounts
      .entries(registry.ours.clientId, 20)
      .map(
        (entry) =>
          html`<tr><td>${instant(entry.at)}</td><td>${entry.kind}</td><td>${entry.subject}</td><td class="number">${money(entry.fen)}</td><td class="number">${money(entry.balanceFen)}</td></tr>`,
      )}</table></div>
<h2>${both('我们的域名', 'Our names')} · ${office.objects.countDomains(registry.ours.clientId)}</h2>
<div class="scroll"><table>${office.objects
      .listDomains(100)
      .map(
        (domain) =>
          html`<tr><td>${domain.name}</td><td>${shownStatuses(domain).join(' ')}</td><td>${instant(domain.exDate)}</td></tr>`,
      )}</table></div>`,
  )
}
