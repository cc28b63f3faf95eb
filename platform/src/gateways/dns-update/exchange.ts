import { connect } from 'node:net'
import { AnswerLost, NotSent } from '../../kernel/tasks/index.ts'

/**
 * One message and its answer over TCP (RFC 7766): nothing is cut short, and nobody off the path can answer.
 * @throws NotSent while there is no connection, AnswerLost once bytes may have left
 */
export function exchange(
  message: Buffer,
  { host, port, limitMs }: { readonly host: string; readonly port: number; readonly limitMs: number },
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port })
    let connected = false
    let read = Buffer.alloc(0)
    const fail = (because: string) => {
      socket.destroy()
      reject(connected ? new AnswerLost(because) : new NotSent(because))
    }
    socket.setTimeout(limitMs, () => fail('the name server does not answer'))
    socket.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'the connection broke'))
    socket.once('connect', () => {
      connected = true
      const size = Buffer.alloc(2)
      size.writeUInt16BE(message.length)
      socket.write(Buffer.concat([size, message]))
    })
    socket.on('data', (chunk) => {
      read = Buffer.concat([read, chunk])
      const size = read.length < 2 ? Number.POSITIVE_INFINITY : read.readUInt16BE()
      if (read.length < size + 2) return
      socket.destroy()
      resolve(read.subarray(2, size + 2))
    })
    socket.once('close', () => fail('the name server closed the connection'))
  })
}
