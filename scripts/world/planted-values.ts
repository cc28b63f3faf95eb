/** Something personal that must not be found where it does not belong. */
export interface Planted {
  readonly what: string
  readonly value: string | Buffer
}

export interface Found {
  readonly where: string
  readonly what: string
  readonly as: string
}

interface Needle {
  readonly what: string
  readonly as: string
  readonly bytes: Buffer
  /** In which form of a place it is looked for. */
  readonly view: 'plain' | 'lower' | 'joined'
}

/** Looks for values in every form in which a program would write them; an empty answer means that none is there. */
export function searchFor(planted: readonly Planted[], places: Iterable<readonly [where: string, Buffer]>): Found[] {
  const needles = planted.flatMap(needlesOf)
  const found: Found[] = []
  for (const [where, plain] of places) {
    const text = plain.toString('latin1')
    const views = {
      plain,
      lower: Buffer.from(text.toLowerCase(), 'latin1'),
      // Digits in groups, and codes that are broken into lines.
      joined: Buffer.from(text.replace(/[ \t\r\n._-]|\\n/g, ''), 'latin1'),
    }
    for (const { what, as, bytes, view } of needles) {
      const known = found.some((one) => one.where === where && one.what === what)
      if (!known && views[view].includes(bytes)) found.push({ where, what, as })
    }
  }
  return found
}

function needlesOf({ what, value }: Planted): Needle[] {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(value)
  const latin = (text: string) => Buffer.from(text, 'latin1')
  const needles: Needle[] = [
    { what, as: 'plain', bytes, view: 'plain' },
    { what, as: 'hex', bytes: latin(bytes.toString('hex')), view: 'lower' },
    ...base64Forms(bytes).flatMap((form): Needle[] => [
      { what, as: 'base64', bytes: latin(form), view: 'joined' },
      {
        what,
        as: 'base64url',
        bytes: latin(form.replace(/\+/g, '-').replace(/\//g, '_')),
        view: 'plain',
      },
    ]),
  ]
  if (typeof value === 'string') {
    const wide = Buffer.from(value, 'utf16le')
    const joined = value.replace(/[\s._-]/g, '')
    needles.push(
      { what, as: 'without case', bytes: latin(bytes.toString('latin1').toLowerCase()), view: 'lower' },
      { what, as: 'in groups', bytes: Buffer.from(joined), view: 'joined' },
      { what, as: 'UTF-16LE', bytes: wide, view: 'plain' },
      { what, as: 'UTF-16BE', bytes: Buffer.from(wide).swap16(), view: 'plain' },
      { what, as: 'percent', bytes: latin(encodeURIComponent(value).toLowerCase()), view: 'lower' },
      { what, as: 'escaped', bytes: latin(escaped(value)), view: 'lower' },
    )
  }
  return needles
}

/** What of the bytes is the same in base64 whatever stands in front of them and behind. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const code = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    return code.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
  })
}

function escaped(text: string): string {
  return [...text]
    .flatMap((character) => character.split(''))
    .map((unit) => (unit > '~' ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : unit.toLowerCase()))
    .join('')
}
