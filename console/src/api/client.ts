import { locale } from '../i18n/locale.ts'
import { ApiProblem } from './problem.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** The one way to the API: JSON both ways, the session cookie, the guard header on changes, problems as exceptions.
 *  @throws ApiProblem */
async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  { keepalive = false, key }: { keepalive?: boolean; key?: string } = {},
): Promise<T> {
  const response = await fetch(`/v1/${path}`, {
    method,
    credentials: 'same-origin',
    headers: { ...headersFor(method, body), ...(key === undefined ? {} : { 'idempotency-key': key }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
    ...(keepalive ? { keepalive } : {}),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new ApiProblem(0, { cause: String(cause) })
  })
  if (!response.ok) throw await problemFrom(response)
  if (response.status === 204) return undefined as T
  return (await response.json()) as T
}

export const get = <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, undefined, signal)
/** `leaving`: the page is being left, and the call has to outlive it. `key`: the same call with it happens once. */
export const post = <T>(
  path: string,
  body?: unknown,
  { leaving = false, key }: { leaving?: boolean; key?: string } = {},
) => request<T>('POST', path, body ?? {}, undefined, { keepalive: leaving, ...(key === undefined ? {} : { key }) })
export const put = <T>(path: string, body: unknown) => request<T>('PUT', path, body)
/** Sends a file as it is. @throws ApiProblem */
export async function upload<T>(path: string, file: Blob): Promise<T> {
  const response = await fetch(`/v1/${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...headersFor('POST', undefined), 'content-type': file.type || 'application/octet-stream' },
    body: file,
  }).catch((cause: unknown) => {
    throw new ApiProblem(0, { cause: String(cause) })
  })
  if (!response.ok) throw await problemFrom(response)
  return (await response.json()) as T
}

export const remove = <T>(path: string) => request<T>('DELETE', path)

/** Builds `a=1&b=2` without the absent ones. */
export function query(values: Record<string, string | undefined>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(values)) if (value) params.set(key, value)
  return params.toString()
}

let signedOut: () => void = () => undefined
/** Hears of each answer by which a session turns out to have ended. */
export const onSignedOut = (listener: () => void) => {
  signedOut = listener
}

export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body = await response.json().catch(() => ({}))
  if (body?.code === 'account.sign-in-needed') signedOut()
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  const retryAfter = Number.isFinite(seconds) ? seconds : undefined
  return new ApiProblem(response.status, body && typeof body === 'object' ? body : {}, retryAfter)
}

function headersFor(method: Method, body: unknown): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': locale(),
    ...(method === 'GET' ? {} : { 'x-yuming': '1' }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
}
