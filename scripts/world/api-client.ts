import { solved } from '../../platform/src/testing/solve-challenge.ts'

/** A problem (RFC 9457) that the platform answered. */
class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly body: unknown
  constructor(method: string, path: string, status: number, body: unknown) {
    const problem = body as { code?: string; title?: string; detail?: string } | undefined
    super(
      `${method} ${path} answered ${status} ${problem?.code ?? ''}: ${problem?.title ?? ''} ${problem?.detail ?? ''}`.trim(),
    )
    this.status = status
    this.code = problem?.code ?? 'unknown'
    this.body = body
  }
}

/** One signed-in (or anonymous) caller of the platform's HTTP API; keeps its cookies. */
export class ApiClient {
  readonly origin: string
  #cookies = new Map<string, string>()
  #token: string | undefined

  constructor(origin: string, token?: string) {
    this.origin = origin
    this.#token = token
  }

  get<T>(path: string): Promise<T> {
    return this.call('GET', path) as Promise<T>
  }
  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.call('POST', path, body) as Promise<T>
  }
  put<T>(path: string, body: unknown): Promise<T> {
    return this.call('PUT', path, body) as Promise<T>
  }
  delete(path: string): Promise<unknown> {
    return this.call('DELETE', path)
  }

  /** Shows a proof of work where one is wanted, as a page does. @throws ApiProblem for every other answer that is not 2xx. */
  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    try {
      return await this.#call(method, path, body)
    } catch (problem) {
      const wanted = problem instanceof ApiProblem && problem.code === 'human-check.missing'
      if (!wanted || path === 'filing-types') throw problem
      const phone = (body as { phone?: string }).phone ?? (await this.#ownPhone())
      const human = solved(await this.post('auth/phone/challenges', { phone }))
      return this.#call(method, path, { ...(body as object), human })
    }
  }

  async #ownPhone(): Promise<string | null | undefined> {
    return (await this.get<{ account: { phone: string | null } | null }>('session')).account?.phone
  }

  async #call(method: string, path: string, body: unknown): Promise<unknown> {
    const response = await this.raw(method, path, body)
    const text = await response.text()
    const parsed: unknown =
      text === '' ? undefined : /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text
    if (!response.ok) throw new ApiProblem(method, path, response.status, parsed)
    return parsed
  }

  async raw(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(`${this.origin}/v1/${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'x-yuming': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.#cookies.size > 0
          ? { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
        ...headers,
      },
      // Text and bytes are sent as they are, with the type that the headers tell.
      ...(body === undefined
        ? {}
        : {
            body:
              typeof body === 'string'
                ? body
                : body instanceof Uint8Array
                  ? new Uint8Array(body)
                  : JSON.stringify(body),
          }),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      if (/max-age=0/i.test(cookie)) this.#cookies.delete(pair.slice(0, at))
      else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return response
  }

  /** The signed-in cookies, for a browser. */
  cookies(): { name: string; value: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value }))
  }

  /** Reads server-sent events until the stream ends or `until` says enough. */
  async events(path: string, each: (event: string, data: unknown) => boolean): Promise<void> {
    const abort = new AbortController()
    const response = await fetch(`${this.origin}/v1/${path}`, {
      headers: {
        accept: 'text/event-stream',
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      signal: abort.signal,
    })
    if (!response.ok || !response.body) throw new ApiProblem('GET', path, response.status, await response.text())
    let buffered = ''
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      buffered += chunk
      for (let end = buffered.indexOf('\n\n'); end >= 0; end = buffered.indexOf('\n\n')) {
        const block = buffered.slice(0, end)
        buffered = buffered.slice(end + 2)
        const event = /^event: ?(.*)$/m.exec(block)?.[1] ?? 'message'
        const data = /^data: ?(.*)$/m.exec(block)?.[1]
        if (data !== undefined && each(event, JSON.parse(data))) {
          abort.abort()
          return
        }
      }
    }
  }
}
