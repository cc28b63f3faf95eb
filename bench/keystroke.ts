import { Agent, type ClientRequest, get } from 'node:http'

export interface Keystroke {
  /** Milliseconds from sending the request to having read its last row that memory answered; undefined when the next key came first. */
  readonly answered: Promise<number | undefined>
  /** The next key was hit: the page lets go of this answer. */
  leave(): void
}

/** Asks as the search page does at one keystroke, on a connection that is kept while answers are read to their end. */
export class Keyboard {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  readonly #origin: string
  readonly #suffixes: string
  readonly #rows: number

  /** @param rows of one search, all of them known without asking anybody */
  constructor(origin: string, suffixes: readonly string[], rows: number) {
    this.#origin = origin
    this.#suffixes = encodeURIComponent(suffixes.join(','))
    this.#rows = rows
  }

  press(word: string): Keystroke {
    let request: ClientRequest | undefined
    let finished = false
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const started = performance.now()
      const url = `${this.#origin}/v1/search?q=${encodeURIComponent(word)}&suffixes=${this.#suffixes}`
      request = get(url, { agent: this.#agent, headers: { accept: 'text/event-stream' } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`a search answered ${response.statusCode}`))
        let rows = 0
        let rest = ''
        response.on('data', (chunk: Buffer) => {
          if (rows >= this.#rows) return
          const text = rest + chunk.toString('latin1')
          let at = 0
          for (let found = text.indexOf(mark); found >= 0; found = text.indexOf(mark, at)) {
            rows++
            at = found + mark.length
          }
          rest = text.slice(Math.max(at, text.length - mark.length + 1))
          if (rows >= this.#rows) resolve(performance.now() - started)
        })
        response.on('end', () => {
          finished = true
          if (rows < this.#rows) reject(new Error(`“${word}” had ${rows} rows`))
        })
        response.on('error', () => resolve(undefined))
      })
      request.on('error', (error) => (request?.destroyed ? resolve(undefined) : reject(error)))
    })
    return {
      answered,
      leave() {
        if (!finished) request?.destroy()
      },
    }
  }

  close(): void {
    this.#agent.destroy()
  }
}

const mark = 'event: row\n'
