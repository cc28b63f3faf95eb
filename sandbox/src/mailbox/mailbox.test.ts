import { createTransport } from 'nodemailer'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openMailbox } from './mailbox.ts'

const clock = { now: () => new Date('2026-11-23T02:00:00Z') }

it('takes a Chinese mail by SMTP and keeps it through a restart', async () => {
  const data = temporaryFolder('mailbox')
  const mailbox = await openMailbox({ data, port: 0, clock })
  const transport = createTransport({ host: '127.0.0.1', port: mailbox.port, secure: false, ignoreTLS: true })
  await transport.sendMail({
    from: 'yuming@example.com',
    to: 'Owner@Example.cn',
    subject: '请验证您的邮箱',
    text: '验证码 123456 https://yuming.example/verify?t=1',
    html: '<p>验证码 <b>123456</b></p>',
  })
  transport.close()
  await mailbox.close()
  const again = await openMailbox({ data, port: 0, clock })
  const [mail] = again.list({ to: 'owner@example.cn' })
  expect(mail).toMatchObject({
    receivedAt: '2026-11-23T02:00:00.000Z',
    from: 'yuming@example.com',
    to: ['owner@example.cn'],
    subject: '请验证您的邮箱',
  })
  expect(mail?.text).toContain('123456')
  expect(again.list({ to: 'nobody@example.cn' })).toEqual([])
  expect(again.list({ after: mail?.id ?? 0 })).toEqual([])
  expect(Buffer.from(again.source(mail?.id ?? 0) ?? []).toString()).toContain('Subject:')
  await again.close()
})
