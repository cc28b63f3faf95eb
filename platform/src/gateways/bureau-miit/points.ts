/** Where a line to a bureau remembers: what a power cut there must neither lose nor do twice. */
export const linePoints = {
  /** Its number and bytes are written down; nothing has left. */
  prepared: 'BUREAU_UPLOAD:prepared',
  /** Its bytes may leave from here on. */
  sending: 'BUREAU_UPLOAD:sending',
  /** The bureau has answered, and nobody here knows it yet. */
  answered: 'BUREAU_UPLOAD:answered',
  /** A file of the bureau is kept, and the bureau does not know that. */
  kept: 'BUREAU_DOWNLOAD:kept',
  /** The bureau knows that we have it, and our own note of that is missing. */
  acknowledged: 'BUREAU_DOWNLOAD:acknowledged',
} as const

export type OnPoint = (point: string) => void | Promise<void>
