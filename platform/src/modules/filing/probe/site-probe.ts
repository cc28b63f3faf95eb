/** What a look at a name from outside saw. */
export interface SiteSight {
  /** Whether a page opens under the name; undefined: it could not be told. */
  readonly open: boolean | undefined
  readonly because:
    | 'page'
    /** The DNS has no address for it. */
    | 'no-address'
    /** Nothing listens at its address. */
    | 'refused'
    /** The DNS did not answer. */
    | 'dns'
    /** Its addresses are not of the public internet, and are not asked. */
    | 'not-public'
    | 'no-answer'
    /** Something answers, but with an error. */
    | 'error-page'
    | 'not-asked'
  /** Addresses that the DNS has, whether they were asked or not. */
  readonly addresses: readonly string[]
  /** What was answered first; another page may have been reached from it. */
  readonly status?: number
  /** The beginning of the page that was reached in the end, for whoever looks for the number in its footer. */
  readonly page?: { readonly url: string; readonly text: string }
}

/** Looks at names as a visitor does: one DNS question and one page, within seconds. What could not be told is unknown, and no error. */
export interface SiteProbe {
  look(host: string): Promise<SiteSight>
}

/** Where nobody is to be asked: nothing is known. */
export const noProbe: SiteProbe = {
  look: async () => ({ open: undefined, because: 'not-asked', addresses: [] }),
}
