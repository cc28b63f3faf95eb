import type { CommandFrame, Delivery, EppServerOptions, ResponseInput, SessionView } from '@yuming/epp'
import type { Fault, Faults } from './faults.ts'

/** Plays the faults that were asked for around what a server really answers; nothing else in a party knows of them. */
export function playFaults(
  faults: Faults,
  answer: (frame: CommandFrame, session: SessionView) => Promise<ResponseInput>,
): Required<Pick<EppServerOptions, 'handle' | 'beforeAnswer'>> {
  const signedOut = new Set<number>()
  const planned = new WeakMap<CommandFrame, Fault>()
  return {
    async handle(frame, session) {
      const command = commandOf(frame)
      if (signedOut.has(session.id) || faults.take(['logged-out'], command)) {
        signedOut.add(session.id)
        return { code: 2002, reasons: [{ reason: 'Not logged in' }] }
      }
      const fault = faults.take(
        ['command-failed', 'session-limit', 'drop-before', 'commit-then-drop', 'delay'],
        command,
      )
      if (fault) planned.set(frame, fault)
      if (fault?.kind === 'session-limit') return { code: 2502 }
      if (fault?.kind === 'command-failed' || fault?.kind === 'drop-before') return { code: 2400 }
      return answer(frame, session)
    },
    beforeAnswer(frame): Delivery {
      const fault = planned.get(frame)
      if (fault?.kind === 'delay') return { delayMs: fault.delayMs ?? 0 }
      return fault?.kind === 'drop-before' || fault?.kind === 'commit-then-drop' ? 'drop' : 'answer'
    },
  }
}

function commandOf(frame: CommandFrame) {
  const { verb, object = '', kind } = frame.command
  const name = /([a-z]+)-1\.0$/.exec(object)?.[1] ?? ''
  return { verb, object: name, isTransform: kind === 'transform' && !isTransferQuery(frame) }
}

/** A transfer query is a transform by its codec, but changes nothing. */
function isTransferQuery(frame: CommandFrame): boolean {
  return frame.command.verb === 'transfer' && (frame.request as { op?: string }).op === 'query'
}
