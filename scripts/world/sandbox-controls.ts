/** What a person could click on the sandbox's own pages, called over HTTP. */
export class SandboxControls {
  readonly origin: string
  constructor(origin: string) {
    this.origin = origin
  }

  /** Anything that the sandbox's control API offers; `path` is what follows `/control/`. */
  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.origin}/control/${path}`, {
      method,
      headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`sandbox: ${method} ${path} answered ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }

  /** Pays a trade as the payer would, or with another amount than it asks for; the channel then notifies the platform. */
  pay(outTradeNo: string, fen?: number): Promise<unknown> {
    return this.call('POST', `payment/trades/${encodeURIComponent(outTradeNo)}/pay`, fen === undefined ? {} : { fen })
  }

  notifyAgain(outTradeNo: string): Promise<unknown> {
    return this.call('POST', `payment/trades/${encodeURIComponent(outTradeNo)}/notify`, {})
  }

  /** How the channel notifies from now on: `copies`, `lateMs`, `wrongAmount`, `badSignature`, `silent`; how it answers refunds: `unansweredRefunds`, `refundRefusal`. None ends it. */
  paymentFaults(faults: Record<string, unknown> = {}): Promise<unknown> {
    return this.call('POST', 'payment/faults', faults)
  }

  fault(registry: string, fault: Record<string, unknown>): Promise<unknown> {
    return this.call('POST', `registries/${registry}/faults`, fault)
  }

  clearFaults(registry: string): Promise<unknown> {
    return this.call('DELETE', `registries/${registry}/faults`)
  }

  /** Lets the rival registrar take a name now. */
  grab(registry: string, name: string): Promise<unknown> {
    return this.call('POST', `registries/${registry}/grab`, { name })
  }

  /** The registry itself puts statuses on a name, or takes them away. */
  setStatuses(
    registry: string,
    name: string,
    change: { add?: readonly string[]; rem?: readonly string[]; reason: string },
  ): Promise<unknown> {
    return this.call('POST', `registries/${registry}/domains/${encodeURIComponent(name)}/statuses`, change)
  }

  /** The registry's own record of a name; undefined when it has none. */
  async domain(registry: string, name: string): Promise<{ clID?: string; sponsor?: string } | undefined> {
    const response = await fetch(`${this.origin}/control/registries/${registry}/domains/${encodeURIComponent(name)}`)
    if (response.status === 404) return undefined
    if (!response.ok) throw new Error(`sandbox: looking up ${name} answered ${response.status}`)
    return (await response.json()) as { clID?: string; sponsor?: string }
  }

  /** The code in the newest short message to a number (its last digits are enough); undefined while there is none. */
  async phoneCode(phone: string): Promise<string | undefined> {
    const response = await fetch(`${this.origin}/control/phone`)
    const { messages } = (await response.json()) as { messages: { to: string; text: string; at?: string }[] }
    return messages
      .filter(({ to }) => to.endsWith(phone))
      .map(({ text }) => codeIn(text))
      .find((code) => code !== undefined)
  }

  /** Text of the first mail to an address that fits; waits for it up to ten seconds. */
  async mail(to: string, fits: (text: string) => boolean): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const { mails } = await this.call<{ mails: { text: string }[] }>('GET', `mailbox?to=${encodeURIComponent(to)}`)
      const found = mails.find(({ text }) => fits(text))
      if (found) return found.text
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('the mail did not arrive within ten seconds')
  }
}

/** The six digits of a mail or a message that carries a code. */
export function codeIn(text: string): string | undefined {
  return /(?<!\d)(\d{6})(?!\d)/.exec(text)?.[1]
}
