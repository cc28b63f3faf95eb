/** Who causes a change. It travels as a parameter and is written into tasks and the audit log. */
export type Actor =
  | {
      readonly kind: 'customer'
      readonly account: string
      readonly user: string
      readonly role: 'owner' | 'sub-user'
      readonly via: 'console' | 'api'
    }
  | { readonly kind: 'operator'; readonly user: string }
  | { readonly kind: 'system'; readonly name: string }
