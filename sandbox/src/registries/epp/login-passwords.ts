import { type CommandFrame, type Login, loginSec, passwordElsewhere } from '@yuming/epp'

/** The passwords of a login, from the core or from the login security extension (RFC 8807 §3.2). */
export function passwordsOf(login: Login, frame: CommandFrame): { password: string; newPassword?: string | undefined } {
  const security = loginSec.elements.loginSec.from(frame.extensions)
  return {
    password: login.pw === passwordElsewhere ? (security?.pw ?? '') : login.pw,
    newPassword: login.newPW === passwordElsewhere ? security?.newPW : login.newPW,
  }
}
