import { locale } from '../i18n/locale.ts'
import { problemFrom } from './client.ts'
import { ApiProblem } from './problem.ts'

export interface StreamEvent {
  event: string
  data: unknown
}

/** Reads a text/event-stream by fetch, so that a refusal arrives as a problem and not as a silent retry.
 *  @throws ApiProblem */
export async function* eventStream(path: string, signal: AbortSignal): AsyncGenerator<StreamEvent> {
  const response = await fetch(`/v1/${path}`, {
    credentials: 'same-origin',
    headers: { accept: 'text/event-stream', 'accept-language': locale() },
    signal,
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new ApiProblem(0, { cause: String(cause) })
  })
  if (!response.ok || !response.body) throw await problemFrom(response)
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const parts = (rest + value.replaceAll('\r\n', '\n')).split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const event = readEvent(part)
      if (event) yield event
    }
  }
}

function readEvent(block: string): StreamEvent | undefined {
  let event = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    if (line.startsWith('event:')) event = line.slice(6).trim()
    else if (line.startsWith('data:')) data.push(line.slice(5).trimStart())
  }
  return data.length === 0 ? undefined : { event, data: JSON.parse(data.join('\n')) }
}
