import { randomBytes } from 'node:crypto'
import { type NameServer, openNameServer } from '../../../platform/src/gateways/dns-update/testing/name-server.ts'

/** The name whose zone is hosted here: what is filed of it is set there once it has passed. */
const zone = 'chaos-hosted.cn'
const typeA = 1

export interface HostedZone {
  readonly zone: string
  readonly server: NameServer
  /** As the platform's configuration has it. */
  readonly configuration: object
  /** Addresses that stand at the name, in hex as they went over the wire. */
  standing(): readonly string[]
  /** Its clock goes with that of the world: answers are signed with their time (RFC 8945 §5.2.3). */
  turn(byMs: number): void
  close(): Promise<void>
}

/** A primary server that takes updates from the platform by a key. */
export async function openHostedZone(): Promise<HostedZone> {
  const secret = randomBytes(32)
  const key = { name: 'chaos-key', secret }
  let turnedMs = 0
  const server = await openNameServer(key, () => Date.now() + turnedMs)
  return {
    zone,
    server,
    configuration: {
      zone,
      server: { host: '127.0.0.1', port: server.port },
      key: { name: key.name, algorithm: 'hmac-sha256', secret: secret.toString('base64') },
    },
    standing: () => server.records.get(`${zone} ${typeA}`) ?? [],
    turn(byMs) {
      turnedMs += byMs
    },
    close: () => server.close(),
  }
}
