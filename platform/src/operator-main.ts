/**
 * `npm run operator -- EMAIL ROLE…`: gives somebody who has signed up the named roles and takes all others; `none` takes
 * all. Ends with 0 when it is done, 1 when nobody signs in with that address, 2 when it could not be done.
 */
import { systemClock } from './kernel/clock/index.ts'
import { type OperatorRole, operatorRoles } from './kernel/http/index.ts'
import { withPlatformDatabase } from './kernel/platform-database.ts'
import { systemRandom } from './kernel/random.ts'
import { betterAuthSignIn, setOperator } from './modules/accounts/index.ts'

const actor = { kind: 'operator', user: 'operator-command' } as const
const isRole = (text: string): text is OperatorRole => operatorRoles.some((role) => role === text)

try {
  const [email, ...words] = process.argv.slice(2)
  const roles = words.filter(isRole)
  const none = words.length === 1 && words[0] === 'none'
  if (email === undefined || words.length === 0 || (!none && roles.length !== words.length))
    throw new Error(`npm run operator -- EMAIL (${operatorRoles.join(' | ')} | none)…`)
  process.exitCode = await withPlatformDatabase(async (db, config) => {
    const signIn = betterAuthSignIn({
      db,
      clock: systemClock,
      random: systemRandom,
      secret: config.auth.secret.reveal(),
      origin: config.web.publicUrl,
    })
    const found = await db
      .transaction()
      .execute((trx) => setOperator(signIn, { email, roles }, { trx, actor, clock: systemClock }))
    if (!found) {
      console.error('没有人用这个邮箱登录。 Nobody signs in with this address.')
      return 1
    }
    console.log(
      none
        ? '已取消全部角色。 All roles are taken away.'
        : `已设为 ${roles.join('、')}。 Roles are now: ${roles.join(', ')}.`,
    )
    return 0
  })
} catch (error) {
  console.error(`没有做成。 Not done: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
