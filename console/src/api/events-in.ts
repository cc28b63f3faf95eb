export interface StreamEvent {
  event: string
  data: unknown
}

/** The events of a text/event-stream (WHATWG HTML 9.2.6), however the network cut it; a last event without its empty
 *  line is incomplete and left out. Lines may end in LF or CRLF.
 *  @throws SyntaxError when `data` is not JSON */
export async function* eventsIn(chunks: AsyncIterable<string>): AsyncGenerator<StreamEvent> {
  let rest = ''
  for await (const chunk of chunks) {
    const parts = (rest + chunk).replaceAll('\r\n', '\n').split('\n\n')
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
