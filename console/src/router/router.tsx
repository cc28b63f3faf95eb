import { type ComponentType, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { CrashPage } from '../shell/crash-page.tsx'
import { Layout } from '../shell/layout.tsx'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { CrashGuard } from './crash-guard.tsx'
import { currentPlace, onWish, type Place, subscribeToPlace } from './history.ts'
import { pageOf, preloadPage } from './pages.ts'
import { matchPath } from './paths.ts'
import { type Shown, ShownPlace } from './place.ts'

interface View {
  place: Place
  shown: Shown
  Page: ComponentType<{ error?: unknown }>
  /** Why the page could not be fetched. */
  failure?: unknown
}

const scrolls = new Map<string, number>()

/** Shows the page of the address. The one before stays until the next has been fetched. */
export function Router() {
  const place = useSyncExternalStore(subscribeToPlace, currentPlace)
  const [view, setView] = useState<View | null>(() => viewAtOnce(place))
  useEffect(() => {
    let current = true
    const ready = viewOf(place)
    if (ready instanceof Promise) ready.then((next) => current && setView(next))
    else setView(ready)
    return () => {
      current = false
    }
  }, [place])
  useEffect(() => onWish(preloadPage), [])
  useEffect(() => {
    const note = () => scrolls.set(currentPlace().visit, window.scrollY)
    addEventListener('scroll', note, { passive: true })
    return () => removeEventListener('scroll', note)
  }, [])
  const opened = useRef(false)
  useLayoutEffect(() => {
    if (!view) return
    scrollTo(view.place)
    // The first page is read from its top, with the way past the menu.
    if (opened.current) keepFocus(view.place)
    opened.current = true
  }, [view])
  if (!view) return null
  return (
    <ShownPlace value={view.shown}>
      <Layout>
        <CrashGuard key={view.shown.pathname}>
          <view.Page {...(view.failure === undefined ? {} : { error: view.failure })} />
        </CrashGuard>
      </Layout>
    </ShownPlace>
  )
}

function viewAtOnce(place: Place): View | null {
  const view = viewOf(place)
  return view instanceof Promise ? null : view
}

function viewOf(place: Place): View | Promise<View> {
  const found = matchPath(place.pathname)
  const { pathname, search, hash } = place
  const shown: Shown = { pathname, search, hash, params: found?.params ?? {} }
  if (!found) return { place, shown, Page: NotFoundPage }
  const page = pageOf(found.path)
  if (!(page instanceof Promise)) return { place, shown, Page: page }
  return page.then(
    (Page) => ({ place, shown, Page }),
    (failure: unknown) => ({ place, shown, Page: CrashPage, failure }),
  )
}

/** A link that was followed is gone with its page: whoever listens, or uses the keyboard, goes on where the new page begins. */
function keepFocus({ moved }: Place): void {
  if (moved !== 'stays' && document.activeElement === document.body)
    document.getElementById('main')?.focus({ preventScroll: true })
}

function scrollTo({ moved, visit, hash }: Place): void {
  if (moved === 'stays') return
  const target = hash ? document.getElementById(hash) : null
  if (moved === 'back') window.scrollTo(0, scrolls.get(visit) ?? 0)
  else if (target) target.scrollIntoView()
  else window.scrollTo(0, 0)
}
