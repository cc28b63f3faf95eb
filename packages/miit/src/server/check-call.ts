import type { Id } from '../model/id.ts'
import { passwordHash } from '../payload/password.ts'
import type { BureauAccount, BureauServerOptions } from './options.ts'

/** What every call begins with. */
export interface CallHead {
  readonly ispId: Id
  readonly userName: string
  readonly randVal: string
  readonly pwdHash: string
}

/** The codes of section 4's order before anything of a payload is looked at; undefined: the caller may go on. */
export function checkCall(
  account: BureauAccount | undefined,
  head: CallHead,
  address: string,
  { controls, now }: BureauServerOptions,
  use: 'upload' | 'download' | 'query',
): { code: number; detail?: string } | undefined {
  if (use === 'upload' && controls.maintenance?.upload) return { code: 901 }
  if (use === 'download' && controls.maintenance?.download) return { code: 902 }
  if (!account) return { code: 12 }
  if (account.addresses && !account.addresses.includes(address)) return { code: 12 }
  if (account.userName !== head.userName) return { code: 4 }
  if (head.randVal.length < 20) return { code: 16 }
  if (passwordHash(account.password, head.randVal) !== head.pwdHash) return { code: 5 }
  if (account.ofThisProvince === false) return { code: 13 }
  if (use === 'upload' && account.mayReport === false) return { code: 19 }
  if (use === 'upload' && controls.hours && !controls.hours.open(now()))
    return { code: 20, detail: controls.hours.text }
  return undefined
}
