interface Walked {
  readonly kind: string
  readonly steps: readonly { readonly kind: 'local' | 'outside'; readonly name: string }[]
  readonly failed: Walked['steps']
}

const moments = {
  local: ['before', 'within', 'after'],
  outside: ['before', 'prepared', 'sent', 'answered', 'within', 'after'],
} as const

/** Every named point of a task's way, as the runner passes them: `ORDER_ACTIVATE:create:sent`. */
export function pointsOf({ kind, steps, failed }: Walked): string[] {
  return [...steps, ...failed].flatMap((step) => moments[step.kind].map((moment) => `${kind}:${step.name}:${moment}`))
}
