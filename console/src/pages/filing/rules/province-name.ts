import { locale } from '../../../i18n/locale.ts'
import { tiles } from './tiles.ts'

/** A province as the reader calls it: the API tells its Chinese name alone. */
export function provinceName({ code, name }: { readonly code: string; readonly name: string }): string {
  return locale() === 'zh' ? name : (tiles.find((tile) => tile.code === code)?.name.en ?? name)
}
