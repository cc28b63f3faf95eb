import { certificateKind, normalName, readNumber } from '@yuming/identity'
import { offeredWords, personalLabel } from '@yuming/names'
import type { Finding } from '@yuming/rules'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../../kernel/clock/index.ts'
import { findingSchema, freeRoute, route, textSchema } from '../../kernel/http/index.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import { type Catalog, sellsPersonalNames } from '../catalog/index.ts'
import { identityDigests } from '../registrants/index.ts'
import { type AvailabilityAsker, appraiseOf, checkNames } from '../search/index.ts'
import type { VerificationProvider } from '../verification/index.ts'
import { askAboutPerson, askHowItEnded, type Heard } from './ask-provider.ts'
import { closeCheck, openCheck } from './commands/check-person.ts'
import { NotSoldHere, NotThePerson, PersonRefused, ProviderSilent } from './errors.ts'
import { notMatched, partsFindings, personFindings, residentId } from './person-findings.ts'

export interface PersonalNameRoutesDeps {
  readonly catalog: Catalog
  readonly asker: AvailabilityAsker
  readonly clock: Clock
  readonly registryLimitMs: number
  readonly vault: Vault
  /** Who knows whose ID number is whose; without one nobody can be checked, and nothing is sold. */
  readonly provider: VerificationProvider | undefined
}

const tag = 'personal names'
const word = z.string().max(10)
const typedName = z.string().max(60)
const parts = z.strictObject({ before: word.default(''), name: typedName, after: word.default('') })
const fen = z.int().nonnegative().nullable()

/** Names that carry a person's own name: 设计师张三博士.网址 (姓名.网址, S1-115…S1-130). */
export function personalNameRoutes(deps: PersonalNameRoutesDeps) {
  return (app: FastifyInstance): void => {
    searchRoutes(app, deps)
    personRoute(app, deps)
  }
}

function searchRoutes(
  app: FastifyInstance,
  { catalog, asker, clock, registryLimitMs, provider }: PersonalNameRoutesDeps,
) {
  const product = () => {
    const record = provider && catalog.suffixes.find(sellsPersonalNames)
    return record && { record, words: { ...(record.offeredWords ?? offeredWords) } }
  }
  route(
    app,
    {
      method: 'GET',
      url: 'personal-names',
      summary: 'What is offered around a personal name, and what it costs',
      tag,
      who: 'anyone',
      perMinute: 120,
      answers: {
        200: z.object({
          sold: z.boolean(),
          /** Stands after the name: `.网址`. */
          under: z.string().nullable(),
          before: z.array(z.string()),
          after: z.array(z.string()),
          price: z.object({ registerFen: fen, renewFen: fen }).nullable(),
          periods: z.object({ min: z.int(), max: z.int() }).nullable(),
        }),
      },
    },
    async () => {
      const found = product()
      if (!found) return { sold: false, under: null, before: [], after: [], price: null, periods: null }
      const { record, words } = found
      return {
        sold: true,
        under: record.under,
        before: [...words.before],
        after: [...words.after],
        price: { registerFen: record.priceFen.register, renewFen: record.priceFen.renew },
        periods: record.periods,
      }
    },
  )
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'personal-names/search',
      summary: 'Whether a personal name with the words around it is free',
      tag,
      who: 'anyone',
      perMinute: 60,
      body: parts,
      answers: {
        200: z.object({
          name: z.string().nullable(),
          ascii: z.string().nullable(),
          state: z.enum(['free', 'taken', 'not-allowed', 'unknown']),
          findings: z.array(findingSchema),
        }),
      },
    },
    async ({ body }) => {
      const found = product()
      if (!found) throw NotSoldHere()
      const { record, words } = found
      const refused = (findings: readonly Finding[]) => ({
        name: null,
        ascii: null,
        state: 'not-allowed' as const,
        findings: [...findings],
      })
      const wrong = partsFindings(body, words)
      if (wrong.length > 0) return refused(wrong)
      const appraisal = appraiseOf(
        catalog,
        { name: `${personalLabel(body)}.${record.under}`, suffix: record.suffix },
        clock.today(),
        { holderName: { zh: body.name } },
      )
      if (!appraisal.ok) return refused(appraisal.findings.filter(({ severity }) => severity === 'refuse'))
      const { name, ascii } = appraisal
      const asked = record.registry === null ? [] : [{ registry: record.registry, ascii }]
      const answer = (await checkNames(asker, asked, registryLimitMs)).get(ascii)
      // A price of its own is never asked for here; such a name is bought as an ordinary .网址 name.
      const isFree = answer?.available === true && !answer.premium
      const state: 'free' | 'taken' | 'unknown' = !answer ? 'unknown' : isFree ? 'free' : 'taken'
      return { name, ascii, state, findings: appraisal.findings.filter(({ severity }) => severity === 'advise') }
    },
  )
}

function personRoute(app: FastifyInstance, { vault, provider }: PersonalNameRoutesDeps) {
  freeRoute(
    app,
    {
      method: 'POST',
      url: 'personal-names/people',
      summary: 'Check that name and 18-digit ID number are one person’s; neither is kept',
      tag,
      who: 'buyer',
      perMinute: 12,
      body: z.strictObject({ name: typedName, number: z.string().max(40) }),
      bodyBytes: 2_048,
      answers: {
        200: z.object({
          state: z.enum(['passed', 'pending']),
          /** An order can be placed with this person's template until then. */
          until: z.string().nullable(),
          message: textSchema,
        }),
      },
    },
    async ({ body, actor }, withTrx) => {
      const { clock, random } = app.services
      const findings = personFindings(body, clock.today())
      if (findings.length > 0) throw PersonRefused({ findings })
      if (!provider) throw ProviderSilent()
      const kind = certificateKind(residentId)
      if (!kind) throw new Error('the kind of the resident ID card is gone')
      const person = { name: normalName(body.name), number: readNumber(kind, body.number, clock.today()).normal }
      const opened = await withTrx(async (context) => {
        const digests = await identityDigests(vault, { ...person, kind: residentId }, context)
        return openCheck({ account: actor.account, digests }, context)
      })
      if (opened.passed_until) return passed(opened.passed_until)
      const heard = opened.isNew
        ? await askAboutPerson(provider, { ...person, clTRID: `p-${random.token(12)}` })
        : await endOf(opened.code ?? '', provider, app)
      const { passedUntil } = await withTrx((context) =>
        closeCheck({ id: opened.id, outcome: heard }, { ...context, actor }),
      )
      if (heard.state === 'unanswered') throw ProviderSilent()
      if (heard.state === 'refused') throw NotThePerson({ findings: [notMatched(heard.message)] })
      return passedUntil ? passed(passedUntil) : pending
    },
  )
}

/** A check that was pending has ended by a message of the provider, or is asked about. */
async function endOf(code: string, provider: VerificationProvider, app: FastifyInstance): Promise<Heard> {
  const known = await app.services.db
    .selectFrom('provider_verification')
    .select(['state', 'message'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (known?.state === 'refused') return { state: 'refused', message: known.message ?? '' }
  return askHowItEnded(provider, code)
}

const passed = (until: Date) => ({
  state: 'passed' as const,
  until: until.toISOString(),
  message: { zh: '恭喜您验证通过，可完成注册', en: 'The check was passed; you can complete the registration' },
})

const pending = {
  state: 'pending' as const,
  until: null,
  message: {
    zh: '核验机构还在核对，轮到他们；过一会儿再点“确认”看结果',
    en: 'The verification provider is still at it, and it is their turn; confirm again in a while to see the result',
  },
}
