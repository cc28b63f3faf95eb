import { createHmac } from 'node:crypto'
import { createServer, type Socket } from 'node:net'

/** A primary server for one zone that takes signed updates over TCP, written from the RFCs apart from our own side. */
export interface NameServer {
  readonly port: number
  /** `name type` → values in hex. */
  readonly records: Map<string, string[]>
  /** Of the updates that came. */
  updates: number
  /** How the next messages are met: carried out, but the answer is lost; or refused, signed. */
  next: 'answer' | 'lose-answer' | 'refuse'
  close(): Promise<void>
}

interface Part {
  readonly name: string
  readonly type: number
  readonly of: number
  readonly data: Buffer
  readonly begins: number
}

export async function openNameServer(
  key: { name: string; secret: Buffer },
  now: () => number = Date.now,
): Promise<NameServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let read = Buffer.alloc(0)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      read = Buffer.concat([read, chunk])
      if (read.length < 2 || read.length < read.readUInt16BE() + 2) return
      const answer = answerTo(read.subarray(2, read.readUInt16BE() + 2))
      if (!answer) {
        socket.destroy()
        return
      }
      const size = Buffer.alloc(2)
      size.writeUInt16BE(answer.length)
      socket.write(Buffer.concat([size, answer]))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const state: NameServer = {
    port: typeof address === 'object' && address ? address.port : 0,
    records: new Map(),
    updates: 0,
    next: 'answer',
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return state

  function answerTo(message: Buffer): Buffer | undefined {
    const { question, sections } = partsOf(message)
    const signature = sections.flat().at(-1)
    const mac = signature && macIn(signature.data)
    // Unsigned, as the RFC wants it: the server has no key to sign by.
    if (!signature || !mac?.equals(macOfRequest(message, signature)))
      return Buffer.concat([headerOf(message, 9, 0, 0), question])
    if (state.next === 'refuse') {
      state.next = 'answer'
      return signedAnswer(Buffer.concat([headerOf(message, 5, 0, 0), question]), mac)
    }
    const opcode = (message.readUInt16BE(2) >> 11) & 0xf
    if (opcode === 5) {
      state.updates++
      const rcode = update(sections)
      if (state.next === 'lose-answer') {
        state.next = 'answer'
        return undefined
      }
      return signedAnswer(Buffer.concat([headerOf(message, rcode, 0, 0), question]), mac)
    }
    const asked = `${nameAt(message, 12).name} ${question.readUInt16BE(question.length - 4)}`
    const found = state.records.get(asked) ?? []
    const answers = found.map((hex) => {
      const data = Buffer.from(hex, 'hex')
      // The owner as a pointer to the question.
      const fixed = Buffer.from([0xc0, 12, 0, 0, 0, 1, 0, 0, 2, 0x58, 0, data.length])
      question.copy(fixed, 2, question.length - 4, question.length - 2)
      return Buffer.concat([fixed, data])
    })
    return signedAnswer(Buffer.concat([headerOf(message, 0, answers.length, 0), question, ...answers]), mac)
  }

  function update([prerequisites = [], updates = []]: Part[][]): number {
    const isThere = ({ name, type }: Part) => (state.records.get(`${name} ${type}`) ?? []).length > 0
    if (prerequisites.some((part) => part.of === 254 && isThere(part))) return 7
    for (const { name, type, data } of updates) {
      const at = `${name} ${type}`
      state.records.set(at, [...(state.records.get(at) ?? []), data.toString('hex')])
    }
    return 0
  }

  function macOfRequest(message: Buffer, { begins, data }: Part): Buffer {
    const bare = Buffer.from(message.subarray(0, begins))
    bare.writeUInt16BE(bare.readUInt16BE(10) - 1, 10)
    const times = data.subarray(algorithm.length, algorithm.length + 8)
    const variables = Buffer.concat([wire(key.name), Buffer.from('00ff00000000', 'hex'), algorithm, times])
    return createHmac('sha256', key.secret).update(bare).update(variables).update(Buffer.alloc(4)).digest()
  }

  function signedAnswer(answer: Buffer, requestMac: Buffer): Buffer {
    const times = Buffer.alloc(8)
    times.writeUIntBE(Math.floor(now() / 1_000), 0, 6)
    times.writeUInt16BE(300, 6)
    const mac = createHmac('sha256', key.secret)
      .update(Buffer.from([0, requestMac.length]))
      .update(requestMac)
      .update(answer)
      .update(wire(key.name))
      .update(Buffer.from('00ff00000000', 'hex'))
      .update(algorithm)
      .update(times)
      .update(Buffer.alloc(4))
      .digest()
    const data = Buffer.concat([
      algorithm,
      times,
      Buffer.from([0, mac.length]),
      mac,
      answer.subarray(0, 2),
      Buffer.alloc(4),
    ])
    const fixed = Buffer.from([0, 250, 0, 255, 0, 0, 0, 0, 0, data.length])
    const whole = Buffer.concat([answer, wire(key.name), fixed, data])
    whole.writeUInt16BE(1, 10)
    return whole
  }
}

const algorithm = wire('hmac-sha256')

function wire(name: string): Buffer {
  return Buffer.concat([
    ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.alloc(1),
  ])
}

function headerOf(message: Buffer, rcode: number, answers: number, more: number): Buffer {
  const header = Buffer.alloc(12)
  message.copy(header, 0, 0, 2)
  header.writeUInt16BE(0x8000 | (message.readUInt16BE(2) & 0x7800) | rcode, 2)
  for (const [at, count] of [1, answers, 0, more].entries()) header.writeUInt16BE(count, 4 + at * 2)
  return header
}

function macIn(data: Buffer): Buffer | undefined {
  if (!data.subarray(0, algorithm.length).equals(algorithm)) return undefined
  const at = algorithm.length + 8
  return data.subarray(at + 2, at + 2 + data.readUInt16BE(at))
}

function nameAt(message: Buffer, from: number): { name: string; after: number } {
  const labels: string[] = []
  let at = from
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  return { name: labels.join('.'), after: at + 1 }
}

function partsOf(message: Buffer): { question: Buffer; sections: Part[][] } {
  let at = nameAt(message, 12).after + 4
  const question = message.subarray(12, at)
  const sections = [6, 8, 10].map((count) =>
    Array.from({ length: message.readUInt16BE(count) }, (): Part => {
      const begins = at
      const { name, after } = nameAt(message, at)
      at = after + 10 + message.readUInt16BE(after + 8)
      const data = message.subarray(after + 10, at)
      return { name, type: message.readUInt16BE(after), of: message.readUInt16BE(after + 2), data, begins }
    }),
  )
  return { question, sections }
}
