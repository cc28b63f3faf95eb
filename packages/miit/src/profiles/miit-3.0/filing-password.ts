import type { Part } from '../../shape/part.ts'
import { text } from '../../shape/scalars.ts'

const digits = text('ICPmm', 1, 32)

/** 备案密码 as the 32 hex digits of its MD5; the practice ended in 2020, the element is still in the schema. */
export const filingPasswordDigest: Part<string> = {
  write(value, to) {
    if (value !== undefined && !/^[0-9A-Fa-f]{32}$/.test(value))
      to.problem(
        'form',
        { zh: '备案密码须为 MD5 的 32 位十六进制', en: 'A filing password is sent as the 32 hex digits of its MD5' },
        1018,
      )
    digits.write(value, to)
  },
  read: digits.read,
}
