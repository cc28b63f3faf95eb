/** A name under one suffix, in canonical form. Two names are one name exactly when their `ascii` is equal. */
export interface DomainName {
  /** Unicode form, lower case, NFC: `山月茶.cn`. */
  readonly unicode: string
  /** A-label form: `xn--….cn`. */
  readonly ascii: string
  /** Unicode label before the suffix. */
  readonly label: string
  readonly labelAscii: string
  /** Variant index label: equal for the simplified, traditional and other forms of one name (S1-30). */
  readonly index: string
  /** Unicode suffix without a leading dot. */
  readonly suffix: string
  readonly hasHan: boolean
}
