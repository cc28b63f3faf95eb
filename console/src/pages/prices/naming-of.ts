import type { Suffix } from '../../api/types.ts'
import { t } from '../../i18n/text.ts'

type Named = Pick<Suffix, 'idn' | 'label' | 'variants' | 'labelClass'>

/** How names of a suffix are made, in a few sentences, of what is known of it. */
export function namingOf({ idn, label, variants, labelClass }: Named): string[] {
  const { minLength, maxLength, maxLengthChinese } = label
  return [
    t(idn === true ? 'suffix.namingHan' : idn === false ? 'suffix.namingLatin' : 'suffix.namingUnknown'),
    ...(idn === true && variants === 'one-name' ? [t('suffix.namingVariants')] : []),
    ...(minLength === null || minLength < 2 ? [] : [t('suffix.namingMin', { count: minLength })]),
    ...(maxLength === null || maxLength >= 63 ? [] : [t('suffix.namingMax', { count: maxLength })]),
    ...(idn === true && maxLengthChinese !== null ? [t('suffix.namingMaxHan', { count: maxLengthChinese })] : []),
    t(idn === true ? 'suffix.namingPunycode' : 'suffix.naming63'),
    ...(labelClass === 'cnnic' ? [t('suffix.namingNation')] : []),
  ]
}
