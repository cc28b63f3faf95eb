import { BlockList, isIP, isIPv4 } from 'node:net'
import { formatFilingNumber, parseFilingNumber, subjectNumber } from '@yuming/filing'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
import { freeRoute } from '../../../kernel/http/index.ts'
import { typedAscii } from '../../domains/index.ts'
import { hosterOf, NotAHoster } from '../../service-numbers/index.ts'
import type { FilingRegister } from '../ports.ts'
import { QueryUnreadable } from './errors.ts'
import { filedElsewhere, filedHere } from './filed-names.ts'
import { reasonRoutes } from './reason-routes.ts'

const state = z.enum(['filed-here', 'filed-elsewhere', 'not-filed', 'not-known'])
const name = z.string().trim().min(3).max(260)
/** Names that a bureau is asked about at the same time. */
const atOnce = 8

/** What anybody may ask of filings, and what hosters ask of the names on their addresses. */
export function publicFilingRoutes({ register }: { register: FilingRegister }) {
  return (app: FastifyInstance): void => {
    freeRoute(
      app,
      {
        tag: 'filing',
        who: 'anyone',
        perMinute: 20,
        method: 'GET',
        url: 'filing-numbers',
        summary: 'What is filed under a number or a domain name, here or at a bureau',
        query: z.strictObject({ query: z.string().trim().min(3).max(260) }),
        answers: {
          200: z.object({
            state,
            number: z.string().nullable(),
            /** Of a person only that it is one. */
            subject: z
              .object({ number: z.string().nullable(), name: z.string().nullable(), nature: z.string() })
              .nullable(),
            services: z.array(
              z.object({
                number: z.string().nullable(),
                name: z.string(),
                kind: z.string(),
                domains: z.array(z.string()),
                filedOn: z.iso.date(),
              }),
            ),
          }),
        },
      },
      async ({ query }, withTrx) => {
        const asked = parseFilingNumber(query.query)
        if (asked) {
          const found = await withTrx(({ trx }) =>
            publicFiling(trx, formatFilingNumber(asked), formatFilingNumber(subjectNumber(asked))),
          )
          // Bureaus are asked by name and by paper alone.
          return found ?? nothingOf('not-known', formatFilingNumber(asked))
        }
        const ascii = typedAscii(query.query)
        if (isIP(ascii) !== 0 || !/^[^.\s/]+(\.[^.\s/]+)+$/.test(ascii)) throw QueryUnreadable()
        const here = await withTrx(async ({ trx }) => {
          const known = (await filedHere(trx, [ascii])).get(ascii)
          const number = known?.number ? parseFilingNumber(known.number) : undefined
          if (!known) return undefined
          if (!number) return nothingOf(known.state, known.number)
          return publicFiling(trx, formatFilingNumber(number), formatFilingNumber(subjectNumber(number)))
        })
        if (here) return here
        const { state: said, number } = await filedElsewhere(register, ascii)
        return nothingOf(said, number)
      },
    )
    checkRoute(app, register)
    reasonRoutes(app)
  }
}

function nothingOf(said: z.output<typeof state>, number: string | null) {
  return { state: said, number, subject: null, services: [] }
}

/** The subject of a number and its services that are filed; of one service where the number names one. */
async function publicFiling(trx: Trx, number: string, ofSubject: string) {
  const subject = await trx
    .selectFrom('filing_subject')
    .select(['id', 'number', 'name', 'nature'])
    .where('number', '=', ofSubject)
    .where('state', '=', 'filed')
    .executeTakeFirst()
  if (!subject) return undefined
  const rows = await trx
    .selectFrom('filing_service')
    .leftJoin('filing_domain', (join) =>
      join.onRef('filing_domain.service', '=', 'filing_service.id').on('filing_domain.ended_at', 'is', null),
    )
    .select(['filing_service.id', 'number', 'name', 'kind', 'filed_at', 'filing_domain.ascii'])
    .where('subject', '=', subject.id)
    .where('state', '=', 'filed')
    .where((eb) => (number === ofSubject ? eb.val(true) : eb('number', '=', number)))
    .orderBy('number')
    .execute()
  if (rows.length === 0) return undefined
  const services = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((all) => {
    const [first] = all
    if (!first) return []
    const domains = all.flatMap(({ ascii }) => ascii ?? [])
    return [{ number: first.number, name: first.name, kind: first.kind, domains, filedOn: chinaDay(first.filed_at) }]
  })
  const person = subject.nature === 'person'
  return {
    state: 'filed-here' as const,
    number,
    subject: { number: subject.number, name: person ? null : subject.name, nature: subject.nature },
    services,
  }
}

function checkRoute(app: FastifyInstance, register: FilingRegister): void {
  freeRoute(
    app,
    {
      tag: 'filing',
      who: 'customer',
      perMinute: 20,
      method: 'POST',
      url: 'filing-checks',
      summary: 'Which of these names on a hoster’s own addresses are not filed, or not with that address',
      body: z.strictObject({
        names: z
          .array(z.strictObject({ name, address: z.union([z.ipv4(), z.ipv6()]).meta({ examples: ['203.0.113.10'] }) }))
          .min(1)
          .max(200),
      }),
      answers: {
        200: z.object({
          names: z.array(
            z.object({
              name: z.string(),
              address: z.string(),
              /** `not-yours`: the address is in none of the hoster's networks, and nothing is told. */
              state: z.enum([...state.options, 'not-yours']),
              number: z.string().nullable(),
              /** Filed here with this address; null where that is not known. */
              access: z.boolean().nullable(),
            }),
          ),
        }),
      },
    },
    async ({ actor, body }, withTrx) => {
      const { own, here } = await withTrx(async ({ trx }) => {
        const hoster = await hosterOf(trx, actor.account)
        if (!hoster) throw NotAHoster()
        const networks = networksOf(hoster.networks)
        const own = body.names.filter(({ address }) => networks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6'))
        return {
          own: new Set(own),
          here: await filedHere(
            trx,
            own.map((one) => typedAscii(one.name)),
          ),
        }
      })
      const answers = []
      for (let at = 0; at < body.names.length; at += atOnce)
        answers.push(
          ...(await Promise.all(
            body.names.slice(at, at + atOnce).map(async (one) => {
              if (!own.has(one)) return { ...one, state: 'not-yours' as const, number: null, access: null }
              const ascii = typedAscii(one.name)
              const known = here.get(ascii)
              const { state: said, number, ips } = known ?? (await filedElsewhere(register, ascii))
              return { ...one, state: said, number, access: known ? ips.includes(one.address) : null }
            }),
          )),
        )
      return { names: answers }
    },
  )
}

function networksOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/')
    list.addSubnet(address, Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6')
  }
  return list
}
