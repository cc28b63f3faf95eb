import { namespaces } from '@yuming/epp'
import { both, html, page } from '../control/html.ts'
import { yuanOf } from '../payment/amount.ts'
import { shownStatuses } from './domain-record.ts'
import { faultsForm } from './fault-request.ts'
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

export function registryPage(registry: Registry, instant: Instant): string {
  const { profile, office, faults } = registry
  const action = `/control/registries/${profile.id}`
  return page(
    profile.name,
    html`<p>127.0.0.1:${registry.port} · ${profile.svID} · ${both('账号', 'client')} ${registry.ours.clientId}</p>
<p>${profile.suffixes.slice(0, 40).map((one) => `.${one.suffix} `)}${profile.suffixes.length > 40 && `… ${profile.suffixes.length}`}</p>
<p><a href="/registries/${profile.id}/reviews">${both('审核', 'Reviews')}</a> ${office.reviews.modes.setting.mode}</p>
${faultsForm(faults, action, ['check', 'info', 'create', 'domain:create', 'contact:create', 'host:create', 'update', 'delete', 'renew', 'transfer', 'poll'])}
<form method="post" action="${action}/sign-out"><button class="quiet">${'现在让所有会话失效 Sign out all sessions now'}</button></form>
<h2>${both('抢先注册', 'Let the rival grab a name')}</h2>
<form method="post" action="${action}/grab"><label>${both('域名', 'name')}<input name="name" required></label><button>${'抢注 Grab'}</button></form>
${
  profile.extensions.includes(namespaces.fee) &&
  html`<h2>${both('溢价域名', 'Premium names')}</h2>
<form method="post" action="${action}/premium"><label>${both('域名', 'name')}<input name="name" required></label><label>${both('首年（分）', 'first year, fen')}<input type="number" name="createFen" min="1" value="880000"></label><button>${'定价 Set the price'}</button></form>`
}
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
