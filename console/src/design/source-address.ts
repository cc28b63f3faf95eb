import type { Finding } from '../api/types.ts'

/** Guides of ours that retell a document, by how its name begins. */
const guides: readonly [begins: string, slug: string][] = [
  ['域名命名规则', 'naming-rules'],
  ['域名实名认证', 'real-name'],
  ['通用域名注册流程', 'registration-advice'],
]

/** Where a source can be read: its own address, the RFC, or the guide of ours that retells it; undefined when nowhere. */
export function sourceAddress({ url, document, section }: Finding['source']): string | undefined {
  if (url) return url
  const rfc = /^RFC (\d+)$/.exec(document)?.[1]
  if (rfc) return `https://www.rfc-editor.org/rfc/rfc${rfc}`
  if (document.startsWith('域名注册（文档版本') && section.startsWith('2.1')) return '/help/naming-rules'
  const guide = guides.find(([begins]) => document.startsWith(begins))
  return guide && `/help/${guide[1]}`
}
