import type { NextStep } from '../../api/types.ts'
import { t } from '../../i18n/text.ts'

/** Which names a step is about, where it is not about all of them. */
export function namesOf({ names }: Pick<NextStep, 'names'>, of: number): string {
  if (names.length === of) return ''
  const few = names.slice(0, 3).join(t('listComma'))
  return t('next.only', {
    names: names.length > 3 ? t('next.andMore', { names: few, count: names.length }) : few,
  })
}
