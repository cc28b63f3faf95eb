import type { Trx } from '../../kernel/database/index.ts'

export interface SignedIn {
  readonly user: string
  /** Values of `Set-Cookie`. */
  readonly cookies: readonly string[]
}

interface Profile {
  readonly name: string
  /** null for a user who signed up by phone. */
  readonly email: string | null
  readonly phone: string | null
}

/** Who is at the door. Users live behind this port; the rest of the product knows only accounts. */
export interface SignIn {
  hashPassword(password: string): Promise<string>
  /** Makes a user in the caller's transaction; undefined when the address is taken. */
  createUser(
    trx: Trx,
    user: { id: string; email: string; name: string; passwordHash: string; at: Date },
  ): Promise<string | undefined>
  /** Removes a user and every session of theirs. */
  removeUser(trx: Trx, user: string): Promise<void>
  rename(trx: Trx, user: string, name: string): Promise<void>
  /** Id of the user who signs in with an address; undefined when there is none. */
  userOf(trx: Trx, email: string): Promise<string | undefined>
  /** false also for a user who has no password. */
  checkPassword(user: string, password: string): Promise<boolean>
  /** false when another user has the number. */
  setPhone(trx: Trx, user: string, phone: string): Promise<boolean>
  profile(trx: Trx, user: string): Promise<Profile | undefined>
  withPassword(credentials: { email: string; password: string }, headers: Headers): Promise<SignedIn | undefined>
  sendPhoneCode(phone: string, locale: 'zh' | 'en'): Promise<void>
  /** Signs in, and makes a user when the number is new; undefined when the code is wrong, used or expired. */
  withPhoneCode(proof: { phone: string; code: string }, headers: Headers): Promise<SignedIn | undefined>
  session(headers: Headers): Promise<SignedIn | undefined>
  signOut(headers: Headers): Promise<readonly string[]>
}
