import { type CommandFrame, child, type Login, namespaces } from '@yuming/epp'

/** RFC 8807 §3.1: stands in the core element when the extension carries the password. */
const inExtension = '[LOGIN-SECURITY]'

/** The passwords of a login, from the core or from the login security extension. */
export function passwordsOf(login: Login, frame: CommandFrame): { password: string; newPassword?: string | undefined } {
  const ns = namespaces.loginSec
  const security = frame.extensions.find((element) => element.ns === ns && element.name === 'loginSec')
  const secure = (name: string) => security && child(security, ns, name)?.text
  const password = login.pw === inExtension ? (secure('pw') ?? '') : login.pw
  return { password, newPassword: login.newPW === inExtension ? secure('newPW') : login.newPW }
}
