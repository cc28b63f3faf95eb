import { describe, expect, it } from 'vitest'
import { fieldInDraft, namedServers } from './named-servers.ts'

describe('what a finding says of a server', () => {
  const servers = namedServers([
    { access: [{ ips: ['203.0.113.10'] }, { serviceNumber: 'FW-2' }] },
    { access: [{ serviceNumber: 'FW-1' }, { serviceNumber: 'FW-2' }, { serviceNumber: '' }] },
  ])

  it('is shown at the field of the draft that names the server', () => {
    expect(servers.numbers).toEqual(['FW-2', 'FW-1'])
    expect(fieldInDraft('servers.0.serviceNumber', servers)).toBe('services.0.access.1.serviceNumber')
    expect(fieldInDraft('servers.1.endsOn', servers)).toBe('services.1.access.0.serviceNumber')
    expect(fieldInDraft('servers.2.publicIp', servers)).toBe('services.0.access.0.ips')
    expect(fieldInDraft('servers.3.region', servers)).toBe('services.1.access.2.place')
    expect(fieldInDraft('servers.2.months', servers)).toBe('services.0.access.0.serviceNumber')
  })

  it('about none at all is shown where the first would be, and other fields stay', () => {
    expect(fieldInDraft('servers', namedServers([{}]))).toBe('services.0.access.0.serviceNumber')
    expect(fieldInDraft('services.0.access', servers)).toBe('services.0.access')
    expect(fieldInDraft('serversx', servers)).toBe('serversx')
  })
})
