import type { LoginEvent } from '@yuming/epp'
import type { Logger } from 'pino'
import { Counter, Gauge } from 'prom-client'

/** What registries say at a login about passwords, certificates and ciphers that end (RFC 8807): logged once each, and measured. */
export function loginWarnings(log: Logger) {
  const said = new Set<string>()
  const total = new Counter({
    name: 'epp_login_events_total',
    help: 'Warnings and errors that a server told at a login (RFC 8807)',
    labelNames: ['registry', 'type', 'level'],
    registers: [],
  })
  const ends = new Gauge({
    name: 'epp_login_ends_timestamp_seconds',
    help: 'When a password, certificate or cipher ends, as the server told at a login (RFC 8807)',
    labelNames: ['registry', 'type'],
    registers: [],
  })
  return {
    measures: [total, ends],
    note(registry: string, events: readonly LoginEvent[]): void {
      for (const { type, level, name, exDate, value, duration, text } of events) {
        total.labels(registry, type, level).inc()
        const end = exDate === undefined ? Number.NaN : Date.parse(exDate)
        if (!Number.isNaN(end)) ends.labels(registry, type).set(end / 1_000)
        // Every session hears it; the log says it once.
        const key = JSON.stringify([registry, type, level, name, exDate, value])
        if (said.has(key)) continue
        said.add(key)
        const told = { registry, type, name, exDate, value, duration, text: text?.slice(0, 300) }
        if (level === 'error') log.error(told, 'the registry says that something of our login has ended')
        else log.warn(told, 'the registry says that something of our login will end')
      }
    },
  }
}
