import { randomInt } from 'node:crypto'
import type { Logger } from 'pino'
import { AnswerLost, RetryLater, StepRefused } from '../../kernel/tasks/index.ts'
import type { AddressesOfName, ZoneHosting } from '../../modules/filing/ports.ts'
import { exchange } from './exchange.ts'
import { isSignedBy, signed, type TsigKey } from './tsig.ts'
import {
  addressOnWire,
  classes,
  headerOnWire,
  nameOnWire,
  type ReadMessage,
  readMessage,
  recordOnWire,
  types,
} from './wire.ts'

/** A zone whose primary server takes updates from us. */
export interface HostedZone {
  readonly zone: string
  readonly server: { readonly host: string; readonly port: number }
  readonly key: TsigKey
  readonly ttl: number
}

const opcodeUpdate = 5 << 11
const rcodes = { noError: 0, serverFailure: 2, noSuchName: 3, yxrrset: 7, notAuth: 9 } as const
/** None of these may stand at a name for our addresses to be set: what its owner chose is not ours to change. */
const inTheWay = [types.A, types.AAAA, types.CNAME]
const laterMs = 60_000
/** Until somebody has mended a key. */
const keyMs = 600_000

/**
 * Zones that are hosted here, by dynamic update (RFC 2136) with a transaction signature (RFC 8945). Messages are written
 * by hand: `dns-packet` writes questions, but neither class NONE, nor records without data, nor signatures.
 */
export function updatedZones(
  zones: readonly HostedZone[],
  { now, log, limitMs = 10_000 }: { now(): Date; log: Logger; limitMs?: number },
): ZoneHosting {
  const byZone = new Map(zones.map((hosted) => [hosted.zone, hosted]))
  const hostedOf = (zone: string): HostedZone => {
    const found = byZone.get(zone)
    if (!found) throw new StepRefused({ code: 'filing.zone-not-hosted', findings: [] })
    return found
  }

  /** Sends, and believes no answer but the key's holder's. @throws NotSent, AnswerLost, RetryLater */
  async function ask({ zone, server, key }: HostedZone, message: Buffer): Promise<ReadMessage> {
    const request = signed(message, key, now())
    const answer = await exchange(request.message, { ...server, limitMs })
    let read: ReadMessage
    try {
      read = readMessage(answer)
      if (isSignedBy(answer, key, { mac: request.mac, now: now() }) && read.isAnswer) return read
    } catch (error) {
      throw new AnswerLost('the answer of the name server cannot be read', { cause: error })
    }
    // A key that the server does not know it cannot sign by (RFC 8945 §5.2.1): nothing was done.
    if (read.isAnswer && read.rcode === rcodes.notAuth) {
      log.error({ zone, key: key.name }, 'the name server does not take our key: see that both sides have the same')
      throw new RetryLater(keyMs)
    }
    throw new AnswerLost(`the answer of the name server is not signed by our key (rcode ${read.rcode})`)
  }

  async function recordsAt(hosted: HostedZone, name: string, type: number) {
    const question = Buffer.concat([headerOnWire(randomInt(65_536), 0, [1, 0, 0, 0]), questionOf(name, type)])
    const { rcode, answers } = await ask(hosted, question)
    if (rcode !== rcodes.noError && rcode !== rcodes.noSuchName) throw new Error(`the name server answers ${rcode}`)
    return answers.filter((record) => record.type === type).map(({ data }) => data.toString('hex'))
  }

  return {
    zoneOf(ascii) {
      const labels = ascii.split('.')
      // The closest zone above a name holds it.
      for (let at = 0; at < labels.length; at++) {
        const zone = labels.slice(at).join('.')
        if (byZone.has(zone)) return zone
      }
      return undefined
    },
    async set({ zone, name, addresses }) {
      const hosted = hostedOf(zone)
      const { rcode } = await ask(hosted, updateOf(hosted, { name, addresses }))
      if (rcode === rcodes.noError) return 'set'
      if (rcode === rcodes.yxrrset) return 'occupied'
      if (rcode === rcodes.serverFailure) throw new RetryLater(laterMs)
      throw new StepRefused({ code: 'filing.zone-refused', findings: [], answer: { rcode } })
    },
    async read({ zone, name, addresses }) {
      const hosted = hostedOf(zone)
      const there: string[] = []
      for (const type of inTheWay) there.push(...(await recordsAt(hosted, name, type)))
      if (there.length === 0) return 'nothing'
      const wanted = addresses.map(({ value }) => addressOnWire(value).toString('hex'))
      return there.toSorted().join() === wanted.toSorted().join() ? 'set' : 'occupied'
    },
  }
}

function questionOf(name: string, type: number): Buffer {
  return Buffer.concat([nameOnWire(name), Buffer.from([type >> 8, type & 0xff, 0, classes.IN])])
}

/** Sets all addresses of a name, or, where anything stands there, none (RFC 2136 §2.4.3). */
function updateOf({ zone, ttl }: HostedZone, { name, addresses }: Pick<AddressesOfName, 'name' | 'addresses'>): Buffer {
  return Buffer.concat([
    headerOnWire(randomInt(65_536), opcodeUpdate, [1, inTheWay.length, addresses.length, 0]),
    questionOf(zone, types.SOA),
    ...inTheWay.map((type) => recordOnWire(name, { type, of: classes.NONE })),
    ...addresses.map(({ type, value }) =>
      recordOnWire(name, { type: types[type], of: classes.IN, ttl, data: addressOnWire(value) }),
    ),
  ])
}
