import { useQuery } from '@tanstack/react-query'
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { t } from '../../../i18n/text.ts'
import { paperViewQuery } from './review-queries.ts'

interface Props {
  reviewCase: string
  paper: string
  name: string
  large: boolean
  /** Quarter turns to the right. */
  turns: number
  /** Only what is red is shown, such as a seal. */
  red: boolean
  /** What is laid over the photograph and turns with it; told its width to height. */
  over: (ratio: number) => ReactNode
  onPick: () => void
  /** The photograph is there to be looked at. */
  onSeen: () => void
}

/** The photograph with the watermark of who looks; its address is asked for anew when it has run out. */
export function PaperPicture({ reviewCase, paper, name, large, turns, red, over, onPick, onSeen }: Props) {
  const view = useQuery(paperViewQuery(reviewCase, paper))
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const [broken, setBroken] = useState(false)
  const mat = useRef<HTMLElement>(null)
  useEffect(() => {
    const box = mat.current
    if (!large || !box) return
    box.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) / 2)
    // The arrow keys move what is larger than its frame.
    box.focus({ preventScroll: true })
  }, [large])
  const again = () => {
    setBroken(false)
    view.refetch()
  }
  if (view.isPending) return <Skeleton rows={8} />
  if (view.isError) return <Failure error={view.error} again={again} />
  if (broken)
    return (
      <Note tone="you">
        <p>{t('reviews.viewOver')}</p>
        <Button size="s" onClick={again}>
          {t('reviews.viewAgain')}
        </Button>
      </Note>
    )
  const lying = turns % 2 === 1
  const own = size ? size.width / size.height : 1.4
  const style = {
    '--ratio': String(lying ? 1 / own : own),
    '--turn': `${turns * 90}deg`,
    '--zoom': large ? '2.5' : '1',
  } as CSSProperties
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="mat" ref={mat} aria-label={name} tabIndex={0} style={style} data-large={large || undefined}>
      {red && <RedOnly />}
      <div className={lying ? 'sheet sheet--lying' : 'sheet'}>
        <div className="photo">
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the key and the button beside it do the same */}
          <img
            src={view.data.url}
            className={red ? 'red-only' : undefined}
            alt={t('reviews.pictureOf', { paper: name })}
            onClick={onPick}
            onLoad={({ currentTarget }) => {
              setSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
              onSeen()
            }}
            onError={() => setBroken(true)}
          />
          {size && over(own)}
        </div>
      </div>
    </section>
  )
}

/** What is as light in red as in green and blue becomes white. */
function RedOnly() {
  return (
    <svg className="vh" aria-hidden="true">
      <filter id="red-only" colorInterpolationFilters="sRGB">
        <feColorMatrix values="0 0 0 0 1  -3 1.5 1.5 0 1.6  -3 1.5 1.5 0 1.6  0 0 0 1 0" />
      </filter>
    </svg>
  )
}
