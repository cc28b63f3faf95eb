import { type FactKind, flag, listOf, oneOf, plainDay, record, text, wholeNumber } from '@yuming/rules'

/** A kind of fact that carries the type of what it accepts, so that the type and its documentation are one. */
export interface Shape<T> extends FactKind {
  /** Never set: holds the type. */
  readonly accepted?: T
}

export type Accepted<S> = S extends Shape<infer T> ? T : never

type Parts = Readonly<Record<string, Shape<unknown>>>
type Needed<P> = { readonly [K in keyof P as K extends `${string}?` ? never : K]: Accepted<P[K]> }
type Optional<P> = { readonly [K in keyof P as K extends `${infer Name}?` ? Name : never]?: Accepted<P[K]> }

export const line: Shape<string> = text(500)
export const prose: Shape<string> = text(2_000)
export const yes: Shape<boolean> = flag
export const day: Shape<string> = plainDay
export const count: Shape<number> = wholeNumber

export function choice<const Values extends readonly string[]>(...values: Values): Shape<Values[number]> {
  return oneOf(...values)
}

export function many<T>(kind: Shape<T>, most = 100): Shape<readonly T[]> {
  return listOf(kind, most)
}

/** An object of these parts and no others; a part whose name ends in `?` may be absent. */
export function parts<const P extends Parts>(fields: P): Shape<Needed<P> & Optional<P>> {
  return record(fields)
}
