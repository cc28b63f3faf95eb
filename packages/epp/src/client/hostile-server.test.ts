import type { Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { domainCheck } from '../domain/check.ts'
import { domainCreate } from '../domain/create.ts'
import { writeResponse } from '../frame/response.ts'
import { resultMessage } from '../frame/result-codes.ts'
import { namespaces } from '../namespaces.ts'
import { greetingElement } from '../session/greeting.ts'
import { listenOn } from '../testing/socket-registry.ts'
import { encodeFrame, FrameDecoder } from '../transport/frame-decoder.ts'
import { elementsOf } from '../xml/element.ts'
import { writeXml } from '../xml/write.ts'
import { EppAnswerLost, EppRefused } from './errors.ts'
import { EppPool } from './pool.ts'

const epp = elementsOf(namespaces.epp)
const greeting = writeXml(
  epp('epp', [
    greetingElement({
      svID: 'hostile',
      svDate: '2026-11-24T00:00:00Z',
      versions: ['1.0'],
      langs: ['en'],
      objURIs: [namespaces.domain],
      extURIs: [],
    }),
  ]),
)

interface Asked {
  readonly socket: Socket
  readonly clTRID: string
  /** What an honest server would say. */
  readonly honest: string
}
type Answer = (asked: Asked) => void

const write = (socket: Socket, xml: string) => void socket.write(encodeFrame(xml))
const honestly: Answer = ({ socket, honest }) => write(socket, honest)

function frameOf(document: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(document.length + 4)
  return Buffer.concat([head, document])
}

/** What a document says of a command, honest but for the change. */
const changed =
  (change: (xml: string, clTRID: string) => string): Answer =>
  ({ socket, honest, clTRID }) => {
    const document = change(honest, clTRID)
    expect(document).not.toBe(honest)
    write(socket, document)
  }

const attacks: [string, Answer][] = [
  ['another transaction id', changed((xml, id) => xml.replace(id, 'somebody-else'))],
  ['no transaction id', changed((xml, id) => xml.replace(`<clTRID>${id}</clTRID>`, ''))],
  ['an empty transaction id', changed((xml, id) => xml.replace(id, ''))],
  ['a frame over the limit', ({ socket }) => void socket.write(Buffer.from([0x7f, 0xff, 0xff, 0xff, 0x3c]))],
  ['a frame that is shorter than its own head', ({ socket }) => void socket.write(Buffer.from([0, 0, 0, 3, 0x3c]))],
  [
    'a document type',
    changed((xml) => xml.replace('<epp', '<!DOCTYPE epp [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><epp')),
  ],
  [
    'half a frame, then silence',
    ({ socket, honest }) => void socket.write(encodeFrame(honest).subarray(0, honest.length / 2)),
  ],
  [
    'half a frame, then the end',
    ({ socket, honest }) => void socket.end(encodeFrame(honest).subarray(0, honest.length / 2)),
  ],
  ['nothing, and closes', ({ socket }) => void socket.end()],
  ['UTF-16', ({ socket, honest }) => void socket.write(frameOf(Buffer.from(`\ufeff${honest}`, 'utf16le')))],
  [
    'bytes that are no UTF-8',
    ({ socket, honest }) => void socket.write(frameOf(Buffer.from(honest.replace('successfully', '\u00ff'), 'latin1'))),
  ],
  [
    'another encoding by name',
    changed((xml) => xml.replace(/^(<\?xml[^>]*\?>)?/, '<?xml version="1.0" encoding="GB2312"?>')),
  ],
  ['a greeting', ({ socket }) => write(socket, greeting)],
  ['another vocabulary', ({ socket }) => write(socket, '<html><body>502 Bad Gateway</body></html>')],
  ['text that is no XML', ({ socket }) => write(socket, 'HTTP/1.1 502 Bad Gateway\r\n\r\n')],
  ['a result code that is no number', changed((xml) => xml.replace('code="1000"', 'code="fine"'))],
  ['a result code that does not exist', changed((xml) => xml.replace('code="1000"', 'code="200"'))],
  ['no result', changed((xml) => xml.replace(/<result.*<\/result>/, ''))],
  ['data of another object', changed((xml) => xml.replaceAll(namespaces.domain, namespaces.host))],
  [
    'elements a thousand deep',
    changed((xml) => xml.replace('<trID>', `${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}<trID>`)),
  ],
]

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

/** Greets and lets in like any registry; how each command is answered is the test's. */
async function hostile(answer: (nth: number) => Answer) {
  const commands: string[] = []
  const wire = await listenOn((socket) => {
    const decoder = new FrameDecoder()
    write(socket, greeting)
    socket.on('data', (chunk) => {
      for (const frame of decoder.push(chunk)) {
        const xml = frame.toString('utf8')
        const clTRID = /<clTRID>(.*)<\/clTRID>/.exec(xml)?.[1] ?? ''
        const verb = /<(check|create|login|logout)>/.exec(xml)?.[1] ?? ''
        const name = /<domain:name>(.*?)<\/domain:name>/.exec(xml)?.[1] ?? ''
        const data =
          verb === 'check'
            ? domainCheck.response?.write({ results: [{ name, available: true }] })
            : verb === 'create'
              ? domainCreate.response?.write({ name, crDate: '2026-11-24T00:00:00Z' })
              : undefined
        const honest = writeResponse(
          { code: 1000, ...(data ? { data } : {}) },
          { clTRID, svTRID: 'SV-1' },
          resultMessage,
        )
        if (!data) return write(socket, honest)
        commands.push(verb)
        answer(commands.length)({ socket, clTRID, honest })
      }
    })
  })
  const pool = new EppPool({
    connect: wire.connect,
    login: { clID: 'client', pw: 'a-Password-1' },
    max: 1,
    keepAliveMs: 60_000,
    queryTimeoutMs: 150,
    transformTimeoutMs: 150,
    now: () => performance.now(),
    random: () => 0,
  })
  ends.push(wire.close, () => pool.close(0))
  let n = 0
  const check = (name: string) => pool.send(domainCheck, { names: [name] }, { clTRID: `check-${++n}` })
  const create = (name: string) =>
    pool.send(domainCreate, { name, authInfo: { pw: 'x-Password-1' } }, { clTRID: `create-${++n}` })
  return { pool, check, create, commands, wire }
}

describe('a client that a server answers a command with', () => {
  it.each(attacks)(
    '%s: a transform is unknown, is not repeated, and the pool goes on (lesson 2, lesson 3)',
    async (_, attack) => {
      const { create, check, commands, pool, wire } = await hostile((nth) => (nth === 1 ? attack : honestly))
      await expect(create('a.example')).rejects.toBeInstanceOf(EppAnswerLost)
      expect(commands).toEqual(['create'])
      expect((await check('b.example')).data?.results).toEqual([{ name: 'b.example', available: true }])
      expect(pool.stats().open).toBe(1)
      expect(wire.accepted()).toBe(2)
    },
  )

  it.each(attacks)('%s: a query is asked once more on a fresh connection, then fails (lesson 7)', async (_, attack) => {
    const { check, commands, wire } = await hostile((nth) => (nth === 2 ? honestly : attack))
    expect((await check('a.example')).data?.results).toEqual([{ name: 'a.example', available: true }])
    expect(wire.accepted()).toBe(2)
    await expect(check('b.example')).rejects.toThrow(/^the answer was lost: ./)
    expect(commands).toHaveLength(4)
  })

  it('two answers: the first is taken, and the second never becomes the answer to the next command', async () => {
    const twice: Answer = ({ socket, honest }) => {
      socket.write(Buffer.concat([encodeFrame(honest), encodeFrame(honest.replace('a.example', 'evil.example'))]))
    }
    const { check, create, pool } = await hostile((nth) => (nth === 1 ? twice : honestly))
    expect((await check('a.example')).data?.results[0]?.name).toBe('a.example')
    expect((await create('b.example')).data?.name).toBe('b.example')
    expect((await check('c.example')).data?.results[0]?.name).toBe('c.example')
    expect(pool.stats().open).toBe(1)
  })

  it('a second answer that comes only after the next command was sent: that one is unknown, not wrong', async () => {
    let late = ''
    const { create, commands } = await hostile((nth) => ({ socket, honest }) => {
      if (nth === 1) late = honest
      write(socket, nth === 2 ? late : honest)
    })
    await create('a.example')
    await expect(create('b.example')).rejects.toThrow('the answer was lost: the answer belongs to create-1')
    expect(commands).toEqual(['create', 'create'])
  })

  it('the first bytes of a second answer: the next command goes out on a fresh connection', async () => {
    const trailing: Answer = ({ socket, honest }) =>
      void socket.write(Buffer.concat([encodeFrame(honest), encodeFrame(honest).subarray(0, 20)]))
    const { check, create, commands, wire } = await hostile((nth) => (nth === 1 ? trailing : honestly))
    await check('a.example')
    expect((await create('b.example')).data?.name).toBe('b.example')
    expect(commands).toEqual(['check', 'create'])
    expect(wire.accepted()).toBe(2)
  })

  it('a frame that nobody asked for while it is idle: the session leaves the pool at once', async () => {
    let idle: Socket | undefined
    const { check, pool } = await hostile(() => (asked) => {
      idle = asked.socket
      honestly(asked)
    })
    await check('a.example')
    if (idle) write(idle, writeResponse({ code: 2500 }, { svTRID: 'SV-2' }, resultMessage))
    await expect.poll(() => pool.stats().open).toBe(0)
    expect((await check('b.example')).code).toBe(1000)
  })

  it('a syntax error without a transaction id, which who could not read the command cannot name: it is refused', async () => {
    const { create } = await hostile(() => ({ socket }) => {
      write(socket, writeResponse({ code: 2001 }, { svTRID: 'SV-1' }, resultMessage))
    })
    await expect(create('a.example')).rejects.toBeInstanceOf(EppRefused)
  })
})
