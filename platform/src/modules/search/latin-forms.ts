import { pinyin } from 'pinyin-pro'
import { umlautForms } from './suggestions/pinyin-forms.ts'

const longest = 63

/**
 * A Chinese label in Latin letters, as people write it: with v for ü first (绿 is lv on every keyboard), then with u.
 * Letters, digits and hyphens stay. None when it would be too long for a label.
 */
export function latinForms(label: string): string[] {
  const latin = pinyin(label, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
  return [latin, ...umlautForms(latin).slice(0, 1)].filter((form) => form.length > 0 && form.length <= longest)
}
