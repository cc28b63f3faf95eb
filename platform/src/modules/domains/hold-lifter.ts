import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import { type Repeated, repeated } from '../../kernel/repeated.ts'
import { tellHolder } from '../registrants/index.ts'
import { changeHold, holdKind } from './change-hold.ts'
import { nameIdentity } from './name-identity.ts'

const atOnce = 200

/** Looks at the few names that are held, so that whatever proved an address or a holder, or paid for the name, lifts them. */
export function createHoldLifter({
  db,
  clock,
  random,
  log,
  everyMs = 5_000,
}: {
  db: Db
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): Repeated {
  const look = () =>
    db.transaction().execute(async (trx) => {
      const now = clock.now()
      const held = await trx
        .selectFrom('domain')
        .innerJoin('registrant_template', 'registrant_template.id', 'domain.template')
        .leftJoin('email_verification', (join) =>
          join
            .onRef('email_verification.account', '=', 'domain.account')
            .on((eb) => eb('email_verification.email', '=', eb.fn<string>('lower', ['registrant_template.email']))),
        )
        .select([
          'domain.id',
          'domain.name',
          'domain.template',
          'domain.ascii',
          'domain.account',
          'domain.email_held_at',
          'domain.verification_held_at',
          'domain.unpaid_held_at',
          'domain.expires_at',
        ])
        .leftJoin('registry_review', (join) =>
          join.onRef('registry_review.domain', '=', 'domain.id').on('registry_review.axis', '=', 'identity'),
        )
        .select([nameIdentity.as('identity'), 'email_verification.verified_at'])
        .where('domain.released_at', 'is', null)
        // A hold that is still on its way to the registry would come after the end of it.
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('task')
                .select('task.id')
                .whereRef('task.subject', '=', 'domain.ascii')
                .where('task.kind', '=', holdKind)
                .where('task.state', 'in', ['waiting', 'executing', 'unknown']),
            ),
          ),
        )
        .where((eb) =>
          eb.or([
            eb.and([eb('domain.email_held_at', 'is not', null), eb('email_verification.verified_at', 'is not', null)]),
            eb.and([eb('domain.verification_held_at', 'is not', null), eb(nameIdentity, '=', 'verified')]),
            eb.and([eb('domain.unpaid_held_at', 'is not', null), eb('domain.expires_at', '>', now)]),
          ]),
        )
        .limit(atOnce)
        .forUpdate('domain')
        .skipLocked()
        .execute()
      for (const name of held) {
        const address = name.email_held_at !== null && name.verified_at === null
        const holder = name.verification_held_at !== null && name.identity !== 'verified'
        const unpaid = name.unpaid_held_at !== null && name.expires_at <= now
        await trx
          .updateTable('domain')
          .set({
            email_held_at: address ? name.email_held_at : null,
            verification_held_at: holder ? name.verification_held_at : null,
            unpaid_held_at: unpaid ? name.unpaid_held_at : null,
          })
          .where('id', '=', name.id)
          .execute()
        // The one hold stands for all these duties: it ends with the last of them.
        if (address || holder || unpaid) continue
        const { ascii, account, template } = name
        const reason = reasonOf(name)
        await changeHold(trx, { ascii, account, add: [], remove: ['clientHold'], reason }, { clock, random })
        await tellHolder(
          {
            template,
            kind: 'domain.hold-lifted',
            subject: ascii,
            parameters: { name: name.name, link: `/domains/${name.name}` },
          },
          { trx, clock, random },
        )
      }
      return held.length
    })

  return repeated(look, { everyMs, log, failing: 'held names could not be looked at' })
}

function reasonOf(name: { readonly email_held_at: Date | null; readonly verification_held_at: Date | null }): string {
  if (name.email_held_at !== null) return 'email-duty'
  return name.verification_held_at === null ? 'unpaid' : 'verification-duty'
}
