import { problemFrom } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import { locale } from '../../i18n/locale.ts'
import type { BulkEvent } from './bulk-row.ts'
import { linesIn } from './lines-in.ts'

/** Sends names and yields the answer as it comes. @throws ApiProblem, also when the connection breaks on the way */
export async function* bulkAnswers(body: Blob | string, type: string, signal: AbortSignal): AsyncGenerator<BulkEvent> {
  const broken = (cause: unknown): never => {
    throw signal.aborted || cause instanceof ApiProblem ? cause : new ApiProblem(0, { cause: String(cause) })
  }
  const response = await fetch('/v1/search/bulk', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/x-ndjson',
      'accept-language': locale(),
      'content-type': type,
      'x-yuming': '1',
    },
    body,
    signal,
  }).catch(broken)
  if (!response.ok || !response.body) throw await problemFrom(response)
  try {
    for await (const line of linesIn(response.body.pipeThrough(new TextDecoderStream())))
      yield JSON.parse(line) as BulkEvent
  } catch (cause) {
    broken(cause)
  }
}
