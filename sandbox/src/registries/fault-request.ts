import { z } from 'zod'
import { both, html } from '../control/html.ts'
import type { Faults } from './faults.ts'

/** A fault as somebody asks for it. */
export const newFault = z.strictObject({
  kind: z.enum(['delay', 'commit-then-drop', 'drop-before', 'command-failed', 'session-limit', 'logged-out']),
  times: z.coerce.number().int().min(1).max(1_000_000).default(1),
  verb: z
    .string()
    .regex(/^((domain|contact|host|nv):)?(check|info|create|update|delete|renew|transfer|poll)$|^$/)
    .transform((verb) => verb || undefined)
    .optional(),
  delayMs: z.coerce.number().int().min(0).max(600_000).optional(),
})

const kinds = [
  ['commit-then-drop', '做完就断线', 'commit, then drop'],
  ['drop-before', '不做就断线', 'drop before'],
  ['delay', '迟答', 'delay'],
  ['command-failed', '答 2400', 'answer 2400'],
  ['session-limit', '答 2502', 'answer 2502'],
  ['logged-out', '会话失效', 'session logged out'],
] as const

/** The part of a party's page where faults are asked for. @param action where its control API is */
export function faultsForm(faults: Faults, action: string, verbs: readonly string[]) {
  return html`<h2>${both('让它出毛病', 'Make it go wrong')}</h2>
<form method="post" action="${action}/faults">
<label>${both('毛病', 'fault')}<select name="kind">${kinds.map(([value, zh, en]) => html`<option value="${value}">${zh} ${en}</option>`)}</select></label>
<label>${both('命令', 'verb')}<select name="verb"><option value="">全部 all</option>${verbs.map((verb) => html`<option>${verb}</option>`)}</select></label>
<label>${both('次数', 'times')}<input type="number" name="times" min="1" max="100000" value="1"></label>
<label>${both('毫秒', 'ms')}<input type="number" name="delayMs" min="0" max="600000" value="1000"></label>
<button>${'加上 Add'}</button></form>
<div class="scroll"><table><tr><th>#</th><th>毛病 Fault</th><th>命令 Verb</th><th>还剩 Left</th><th>已遇 Met</th></tr>
${faults.list().map((fault) => html`<tr><td>${fault.id}</td><td>${fault.kind} ${fault.delayMs ?? ''}</td><td>${fault.verb ?? '—'}</td><td>${fault.times}</td><td>${fault.met}</td></tr>`)}</table></div>
<form method="post" action="${action}/faults/clear"><button class="quiet">${'全部去掉 Clear all'}</button></form>`
}
