import { hashOf, hrefOf, type Path, type Target } from './paths.ts'

export interface Place {
  readonly pathname: string
  /** Without the `?`. */
  readonly search: string
  /** Without the `#`. */
  readonly hash: string
  /** Tells one visit from another, so that going back finds its scroll. */
  readonly visit: string
  readonly moved: 'forward' | 'back' | 'stays'
}

let place = readPlace('forward')
let visits = 0
const listeners = new Set<() => void>()

export const currentPlace = (): Place => place

export function subscribeToPlace(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export type Going<P extends Path> = Target<P> & { replace?: boolean }

/** Goes to a page of ours; a replaced entry keeps the reader where they are on the page. */
export function go<P extends Path>(target: Going<P>): void {
  goTo(hrefOf(target), target.replace)
}

/** Writes what was typed into the address of the page that is open. A pause in typing may end after its reader has
 *  followed a link, while the next page is still being fetched and this one stands: nothing is written then, as that
 *  would take the reader back. */
export function stay<P extends Path>(target: Going<P>): void {
  if (samePage(hrefOf(target))) go(target)
}

/** Goes to an address of this site, e.g. the one a visitor came from. */
export function goTo(href: string, replace = false): void {
  visits += 1
  const visit = replace ? place.visit : `${Date.now().toString(36)}-${visits}`
  if (replace) history.replaceState({ visit }, '', href)
  else history.pushState({ visit }, '', href)
  move(replace && samePage(href) ? 'stays' : 'forward')
}

const wishes = new Set<(path: Path) => void>()

/** Somebody points at a link and may follow it. */
export function wishFor(path: Path): void {
  for (const listener of wishes) listener(path)
}

export function onWish(listener: (path: Path) => void): () => void {
  wishes.add(listener)
  return () => wishes.delete(listener)
}

/** Listens to the browser's own back and forward. Call once. */
export function startHistory(): void {
  history.scrollRestoration = 'manual'
  addEventListener('popstate', () => move('back'))
}

function samePage(href: string): boolean {
  return new URL(href, location.href).pathname === place.pathname
}

function move(moved: Place['moved']): void {
  place = readPlace(moved)
  for (const listener of listeners) listener()
}

function readPlace(moved: Place['moved']): Place {
  const state: unknown = history.state
  const visit = state && typeof state === 'object' && 'visit' in state ? String(state.visit) : 'first'
  return {
    pathname: location.pathname,
    search: location.search.slice(1),
    hash: hashOf(location.hash),
    visit,
    moved,
  }
}
