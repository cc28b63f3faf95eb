import { useState } from 'react'
import { get, query } from '../../api/client.ts'
import type { Finding } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'

/** Rules by which a suffix takes no Chinese; pinyin is the way out of each. */
const rules = ['NAME-CN-SLD-03', 'CN-PROVINCE-01']

export function lettersOnly(findings: readonly Finding[]): boolean {
  return findings.some(({ rule }) => rules.includes(rule))
}

/** Searches the word in Latin letters instead (改查拼音). */
export function PinyinButton({ name, onSearch }: { name: string; onSearch: (q: string) => void }) {
  const [busy, setBusy] = useState(false)
  const search = async () => {
    setBusy(true)
    try {
      const dot = name.indexOf('.')
      const { label } = await get<{ label: string }>(`search/pinyin?${query({ q: name.slice(0, dot) })}`)
      onSearch(`${label}${name.slice(dot)}`)
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
    setBusy(false)
  }
  return (
    <Button disabled={busy} onClick={search} aria-label={t('search.pinyinOf', { name })}>
      {t('search.pinyin')}
    </Button>
  )
}
