import { cite, defineRule, type Rule } from '@yuming/rules'
import { unread } from './english.ts'
import type { DeclaredHolder } from './schemas.ts'

const parts = ['name', 'contact', 'province', 'city', 'street'] as const
const charactersIn = (forms: { readonly en: string } | undefined) => unread(forms?.en ?? '').join('')

/** English could not be filled, because of a character that no pinyin is known for. */
export const englishRules: readonly Rule<DeclaredHolder>[] = parts.map((part) =>
  defineRule<DeclaredHolder>({
    id: `registrant.english.${part}-unread`,
    source: cite('GB/T 28039-2011', '中国人名汉语拼音字母拼写规则', { date: '2012-02-01' }),
    from: '2021-01-01',
    severity: 'refuse',
    field: `${part}.en`,
    // Who named no contact is the contact: their name is looked at once.
    applies: (holder) => part !== 'contact' || holder.contact?.en !== holder.name?.en,
    holds: (holder) => charactersIn(holder[part]) === '',
    says: (holder) => ({
      zh: `“${charactersIn(holder[part])}”的拼音查不到，填不出英文`,
      en: `No pinyin is known for “${charactersIn(holder[part])}”, so the English form cannot be filled in`,
    }),
    remedy: { zh: '自己写出这一栏的拼音或英文', en: 'Write the pinyin or English of this field yourself' },
  }),
)

/** Whether everything in an English form that is not ASCII is such a character: one defect, one finding. */
export function onlyUnread(en: string): boolean {
  const rare = new Set(unread(en))
  return rare.size > 0 && [...en].every((character) => rare.has(character) || /[\x20-\x7e]/.test(character))
}
