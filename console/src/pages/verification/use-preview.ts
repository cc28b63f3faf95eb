import { useEffect, useState } from 'react'

/** The photograph that was just chosen, as this browser has it: what is kept is sealed, and is not sent back. */
export function usePreview(): { url: string | null; show: (file: File | null) => void } {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => () => URL.revokeObjectURL(url ?? ''), [url])
  return { url, show: (file) => setUrl(file && URL.createObjectURL(file)) }
}
