/** One message in one language, ready to leave. `id` never changes between attempts, so that the far side can see a repeat. */
interface Letter {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

interface ShortMessage {
  readonly id: string
  /** E.164 with a dot after the country code, as everywhere in the product: `+86.13800000000`. */
  readonly to: string
  readonly text: string
}

/** Resolves with the other side's own words, which are kept as proof. Rejects when the message may not have left. */
export interface MailGateway {
  send(letter: Letter): Promise<string>
}

export interface ShortMessageGateway {
  send(message: ShortMessage): Promise<string>
}
