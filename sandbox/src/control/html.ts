/** A piece of HTML whose text has been escaped. */
export class Html {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Everything put into the template is escaped unless it was made by this function. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((piece, index) => piece + (index < parts.length ? render(parts[index]) : '')).join(''))
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.source
  if (typeof part === 'object') return part.map(render).join('')
  return escapeText(String(part))
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const style = `
:root { color-scheme: light; --paper: #FBFAF6; --ink: #1D1A16; --quiet: #6B645A; --line: #DDD7CB; --cinnabar: #B4321B; }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
header, main { max-width: 1080px; margin: 0 auto; padding: 16px 24px }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: baseline; border-bottom: 1px solid var(--line) }
header strong { font-size: 18px }
a { color: var(--cinnabar) } a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible { outline: 2px solid var(--cinnabar); outline-offset: 2px }
h1 { font-size: 26px; margin: 16px 0 4px } h2 { font-size: 19px; margin: 32px 0 8px }
.en { color: var(--quiet); font-size: 14px; font-weight: 400 }
.scroll { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: 14px } th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere }
th { font-weight: 600; color: var(--quiet) } td.number { font-variant-numeric: tabular-nums; white-space: nowrap }
form { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; margin: 8px 0 } form.inline { display: inline-flex; margin: 0 }
label { font-size: 13px; color: var(--quiet) } label > input, label > select { display: block; margin-top: 2px } label.check > input { margin: 0 } label.check { display: flex; gap: 6px; align-items: center }
input, select, textarea, button { font: inherit; font-size: 15px; min-height: 40px; padding: 4px 12px; border: 1px solid var(--line); border-radius: 4px; background: #fff; color: var(--ink) } input[type=checkbox] { min-height: 0 }
button { background: var(--cinnabar); border-color: var(--cinnabar); color: #fff; cursor: pointer } button.quiet { background: transparent; color: var(--ink); border-color: var(--line) }
.card { overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 4px; background: #fff; padding: 16px 20px; margin: 12px 0 } .sum { font-size: 34px; font-variant-numeric: tabular-nums; margin: 4px 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.5 ui-monospace, monospace } iframe { width: 100%; min-height: 420px; border: 1px solid var(--line); border-radius: 4px; background: #fff }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 12px } .grid .card { margin: 0 }`

/** A whole page. `refresh` in seconds, for pages that someone watches. */
export function page(title: { zh: string; en: string }, body: Html, refresh?: number): string {
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${refresh ? html`<meta http-equiv="refresh" content="${refresh}">` : ''}<title>${title.zh} · ${title.en}</title><link rel="stylesheet" href="/style.css"></head>
<body><header><strong><a href="/">沙盒</a> <span class="en">Sandbox</span></strong>
<nav><a href="/registries">注册局</a> <span class="en">Registries</span> · <a href="/payment">支付</a> <span class="en">Payment</span> · <a href="/mailbox">邮箱</a> <span class="en">Mail</span> · <a href="/phone">手机</a> <span class="en">Phone</span> · <a href="/verification">核验</a> <span class="en">Verification</span> · <a href="/bureaus">管局</a> <span class="en">Bureaus</span> · <a href="/sites">网站</a> <span class="en">Sites</span></nav></header>
<main><h1>${title.zh} <span class="en">${title.en}</span></h1>${body}</main></body></html>`.source
}

export const stylesheet = style

/** Chinese first, English beside it, smaller. */
export function both(zh: string, en: string): Html {
  return html`${zh} <span class="en">${en}</span>`
}
