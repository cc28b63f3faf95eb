import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { put } from '../../api/client.ts'
import type { Filing, FilingDraft, FilingService, FilingSubject } from '../../api/filing.ts'
import type { Finding } from '../../api/types.ts'

export type DraftStep = 'subject' | 'services' | 'access'

const pause = 700

/** The body of a step as the API takes it: where services run is saved apart from what they are. */
function bodyOf(step: DraftStep, draft: FilingDraft): object {
  if (step === 'subject') return { subject: draft.subject }
  if (step === 'services')
    return {
      services: draft.services.map(({ access: _, domains, ...service }) => ({
        ...service,
        // A line that nothing is written into yet is no domain.
        ...(domains && { domains: domains.filter((one) => one.trim() !== '') }),
      })),
    }
  return { access: draft.services.flatMap(({ key, access }) => (key ? [{ service: key, access: access ?? [] }] : [])) }
}

export interface FilingDraftInHand {
  readonly draft: FilingDraft
  readonly findings: Readonly<Partial<Record<DraftStep, readonly Finding[]>>>
  readonly savedAt: Date | undefined
  readonly saving: boolean
  readonly error: unknown
  changeSubject(change: Partial<FilingSubject>): void
  changeService(index: number, change: Partial<FilingService>): void
  setServices(services: FilingService[], step?: DraftStep): void
  /** Something beside the draft was saved: its revision is the next one. */
  savedBeside(next: number): void
  /** Saves what is not saved yet, and waits for it. True: all is kept. */
  flush(): Promise<boolean>
}

/** What is typed is kept at once on the screen, saved a moment later, one save after the other, and checked with each. */
export function useFilingDraft(filing: Filing): FilingDraftInHand {
  const cache = useQueryClient()
  const [draft, setDraft] = useState(filing.draft)
  const [findings, setFindings] = useState<FilingDraftInHand['findings']>({})
  const [savedAt, setSavedAt] = useState<Date>()
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const latest = useRef(filing.draft)
  const revision = useRef(filing.revision)
  const unsaved = useRef(new Set<DraftStep>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const line = useRef<Promise<boolean>>(Promise.resolve(true))

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    line.current = line.current.then(async () => {
      for (const step of [...unsaved.current]) {
        unsaved.current.delete(step)
        setSaving(true)
        try {
          const body = { ...bodyOf(step, latest.current), revision: revision.current }
          const saved = await put<{ revision: number; findings: Finding[] }>(
            `filings/${filing.number}/draft/${step}`,
            body,
          )
          revision.current = saved.revision
          setFindings((before) => ({ ...before, [step]: saved.findings }))
          setSavedAt(new Date())
          setError(null)
        } catch (refusal) {
          unsaved.current.add(step)
          setError(refusal)
          setSaving(false)
          return false
        }
      }
      setSaving(false)
      await cache.invalidateQueries({ queryKey: ['filings', filing.number, 'preflight'] })
      return true
    })
    return line.current
  }, [cache, filing.number])

  useEffect(
    () => () => {
      if (unsaved.current.size > 0) void flush()
    },
    [flush],
  )

  const change = (next: FilingDraft, step: DraftStep) => {
    latest.current = next
    setDraft(next)
    unsaved.current.add(step)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), pause)
  }

  return {
    draft,
    findings,
    savedAt,
    saving,
    error,
    flush,
    // A later one was made by somebody else, and is to be seen before it is written over.
    savedBeside(next) {
      if (next === revision.current + 1) revision.current = next
    },
    changeSubject: (part) => change({ ...latest.current, subject: { ...latest.current.subject, ...part } }, 'subject'),
    changeService: (index, part) =>
      change(
        {
          ...latest.current,
          services: latest.current.services.map((service, at) => (at === index ? { ...service, ...part } : service)),
        },
        'access' in part ? 'access' : 'services',
      ),
    setServices: (services, step = 'services') => change({ ...latest.current, services }, step),
  }
}
