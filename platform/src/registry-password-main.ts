/**
 * `npm run registry:password -- ID`: has a new password set at a registry (or at the verification provider), made here or,
 * with --read, read from standard input. It is sealed in the database before anything is sent; the platform sets it with
 * its next login, after a restart. Ends with 0 when it is kept, 1 when no registry has that id, 2 when it could not be done.
 */
import { readFileSync } from 'node:fs'
import { systemClock } from './kernel/clock/index.ts'
import { withPlatformDatabase } from './kernel/platform-database.ts'
import { systemRandom } from './kernel/random.ts'
import { configuredKeyService, createVault } from './kernel/vault/index.ts'
import { wantPassword } from './modules/domains/index.ts'

const actor = { kind: 'operator', user: 'registry:password' } as const

/** 16 characters, the most of RFC 5730, with one of each kind that registries ask for. */
function made(): string {
  return `${systemRandom.token(9)}-1aA`
}

function given(): string {
  const text = readFileSync(0, 'utf8').split('\n')[0] ?? ''
  // RFC 5730 pwType; a longer one needs login security (RFC 8807), which the client uses where it is offered.
  if (!/^[\x21-\x7e]{6,128}$/.test(text)) throw new Error('a password has 6 to 128 visible ASCII characters')
  return text
}

try {
  const [id, ...options] = process.argv.slice(2)
  const read = options.length === 1 && options[0] === '--read'
  if (id === undefined || id.startsWith('-') || (options.length > 0 && !read))
    throw new Error('npm run registry:password -- ID [--read]')
  process.exitCode = await withPlatformDatabase(async (db, config) => {
    const { provider } = config.verification
    const party = [...config.registries, ...(provider ? [provider] : [])].find((one) => one.id === id)
    if (!party) {
      console.error(`配置里没有这个注册局。 The configuration names no registry "${id}".`)
      return 1
    }
    const wanted = read ? given() : made()
    const keys = configuredKeyService(config.vault, () => performance.now())
    const vault = createVault({ keys, clock: systemClock, random: systemRandom })
    await db
      .transaction()
      .execute((trx) =>
        wantPassword(
          { registry: id, configured: party.password.reveal(), wanted },
          { trx, vault, clock: systemClock, actor },
        ),
      )
    if (!read) console.log(`新密码，只显示这一次 the new password, shown this once: ${wanted}`)
    console.log(
      '已封存，还没有发出：重启平台，下次登录时设定，结果写在日志里。 Sealed and not sent yet: restart the platform, its next login sets it, and its log says what became of it.',
    )
    return 0
  })
} catch (error) {
  console.error(`没有做成。 Not done: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
