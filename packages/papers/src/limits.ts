/** Smallest and largest file (bytes): 55 KB and 5 MB of the published list, KB being 1024 bytes. */
export const smallestFile = 55 * 1024
export const largestFile = 5 * 1024 * 1024

/** A clean picture also fits the older list, which ends at 1 MB. */
export const largestClean = 1024 * 1024

/** Files above this many bytes are not decoded at all. */
export const largestDecoded = 4 * largestFile

/** Pixels of the largest picture that is decoded; read from its header. The largest cameras of phones make 50 million. */
export const mostPixels = 50_000_000

/** Longest side of the clean picture: half of a 12-megapixel photo, which JPEG gives at a quarter of the work. */
export const cleanSide = 2000

/** Longest side at which a picture is measured. */
export const measuredSide = 1000

/** A paper's text is unreadable below: one Chinese character of an identity card's address is then 11 pixels high. */
export const uselessSide = 400

/** Readable, but reviewers may ask again: one such character is 28 pixels high at this length. */
export const goodSide = 1000
