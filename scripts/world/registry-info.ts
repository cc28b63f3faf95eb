import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { domainInfo, EppPool, EppRefused, namespaces, namestoreExt, tlsConnector } from '@yuming/epp'
import type { RegistryParty } from './platform-configuration.ts'

/** What a registry said to `domain:info`; without the rest when it refused, e.g. 2303 for a name that nobody has. */
export interface RegistryAnswer {
  readonly code: number
  readonly message: string
  /** The registry sponsors the name for us: nothing else confirms a registration. */
  readonly ours: boolean
  readonly clID?: string
  readonly crDate?: string
  readonly exDate?: string
  readonly statuses?: readonly string[]
}

const limitMs = 10_000

/**
 * Asks a registry about a name in a session of its own, over TLS with the registrar's certificate: the answer owes
 * nothing to the platform. @throws EppNotSent, EppAnswerLost
 */
export async function registryInfo(registry: RegistryParty, ascii: string, frames?: string): Promise<RegistryAnswer> {
  const { host, port, clientId, password, tls } = registry
  const pem = (file: string) => readFileSync(file, 'utf8')
  const pool = new EppPool({
    connect: tlsConnector({ host, port, ca: pem(tls.ca), cert: pem(tls.cert), key: pem(tls.key) }),
    login: { clID: clientId, pw: password },
    max: 1,
    keepAliveMs: 60_000,
    queryTimeoutMs: limitMs,
    transformTimeoutMs: limitMs,
    now: () => performance.now(),
    random: Math.random,
    ...(frames === undefined ? {} : { onFrame: frameWriter(frames, `journey-${registry.id}`) }),
  })
  try {
    const { code, message, data } = await pool.send(
      domainInfo,
      { name: ascii, hosts: 'none' },
      { clTRID: 'journey-info', extensions: (offers) => subProduct(ascii, offers) },
    )
    if (!data) return { code, message, ours: false }
    const { clID, crDate, exDate, statuses } = data
    return {
      code,
      message,
      ours: code === 1000 && data.name.toLowerCase() === ascii && clID === clientId,
      clID,
      ...(crDate === undefined ? {} : { crDate }),
      ...(exDate === undefined ? {} : { exDate }),
      statuses: statuses.map(({ s }) => s),
    }
  } catch (error) {
    if (!(error instanceof EppRefused)) throw error
    return { code: error.response.code, message: error.response.message, ours: false }
  } finally {
    await pool.close(limitMs)
  }
}

/** The registry of com and net has every command say for which of them it is. */
function subProduct(ascii: string, offers: (uri: string) => boolean) {
  if (!offers(namespaces.namestoreExt)) return []
  return [namestoreExt.elements.namestoreExt(ascii.slice(ascii.lastIndexOf('.') + 1).toUpperCase())]
}

function frameWriter(folder: string, name: string) {
  let count = 0
  return (direction: 'out' | 'in', xml: string): void =>
    writeFileSync(path.join(folder, `${name}-${String(++count).padStart(4, '0')}-${direction}.xml`), xml, {
      mode: 0o600,
    })
}
