import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createLogger } from './index.ts'

describe('the log', () => {
  it('carries no personal data and no secret, however deep it was handed over', () => {
    let written = ''
    const log = createLogger(
      'info',
      new Writable({
        write: (chunk, _, done) => {
          written += String(chunk)
          done()
        },
      }),
    )
    log.info(
      {
        email: 'planted@a.example',
        user: { phone: 'planted-phone', deep: { password: 'planted-pw' } },
        task: '2026112400001',
      },
      'done',
    )
    log.error(
      {
        err: Object.assign(new Error('Key (email)=(planted@b.example) already exists'), {
          severity: 'ERROR',
          code: '23505',
        }),
      },
      'failed',
    )
    log.info({ req: { method: 'GET', url: '/v1/email-verifications?token=planted', id: 'r1' } })
    expect(written).not.toContain('planted')
    expect(written).toContain('2026112400001')
    expect(written).toContain('23505')
  })
})
