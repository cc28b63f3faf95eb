import { locale } from '../i18n/locale.ts'
import { problemFrom } from './client.ts'
import { eventsIn, type StreamEvent } from './events-in.ts'
import { ApiProblem } from './problem.ts'

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
  try {
    yield* eventsIn(response.body.pipeThrough(new TextDecoderStream()))
  } catch (cause) {
    // A connection that breaks in the middle of an answer is a TypeError (Fetch §4.6).
    if (signal.aborted || !(cause instanceof TypeError)) throw cause
    throw new ApiProblem(0, { cause: String(cause) })
  }
}
