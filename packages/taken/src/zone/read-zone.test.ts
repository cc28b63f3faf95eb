import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readZone } from './read-zone.ts'

const soa = 'com. 900 IN SOA a.gtld. host.gtld. 2026112301 1800 900 604800 86400\n'

async function labelsOf(text: string | Buffer, suffix = 'com', options = {}): Promise<string[]> {
  const labels: string[] = []
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / 61) }, (_, i) => bytes.subarray(i * 61, (i + 1) * 61))
  for await (const batch of readZone(Readable.from(pieces), suffix, { name: 'com.zone', ...options }))
    labels.push(...batch)
  return labels
}

describe('a zone file is read as RFC 1035 §5 says', () => {
  it('takes the delegations directly under the suffix and nothing else', async () => {
    const zone = `; a comment line
$ORIGIN com.
$TTL 2d
@ 900 IN SOA a.gtld. host.gtld. (
    2026112301 ; serial
    1800 900
    604800 86400 )
  NS a.gtld.
EXAMPLE NS NS1.EXAMPLE
\tNS NS2.EXAMPLE ; the same owner
example DS 1 8 2 ABCD
NS1.EXAMPLE A 192.0.2.1
ns1.example AAAA 2001:db8::1
xn--fiq228c.com.\t172800\tin\tns\tdns1.example.net.
in 3600 NS dns1.example.net.
ns IN 3600 NS dns1.example.net.
only-text TXT "not; delegated (" "twice \\" quoted"
odd TYPE65534 \\# 4 0a000001
deeper.example NS ns1.example
( parenthesis
   NS ) dns.example.net.

$ORIGIN net.
\tNS dns2.example.net.
$ORIGIN com.
last NS dns1.example.net.\r
com. IN SOA a.gtld. host.gtld. 2026112301 1800 900 604800 86400
`
    expect(await labelsOf(zone)).toEqual(['example', 'xn--fiq228c', 'in', 'ns', 'parenthesis', 'last'])
  })

  it('finds the names of a second-level suffix in the zone above it', async () => {
    const above = 'cn. 900 IN SOA a.cn. b.cn. 7 1 1 1 1\n'
    const zone = `${above}a.cn. NS x.cn.\nb.com.cn. NS x.cn.\ncom.cn. NS x.cn.\nc.net.cn. NS x.cn.\n${above}`
    expect(await labelsOf(zone, 'com.cn')).toEqual(['b'])
    expect(await labelsOf(zone, 'cn')).toEqual(['a', 'com'])
  })

  it('unpacks gzip by its first bytes and tells the serial', async () => {
    const reading = readZone(Readable.from([gzipSync(`${soa}a.com. NS b.com.\n${soa}`)]), 'com')
    const labels = []
    for await (const batch of reading) labels.push(...batch)
    expect(labels).toEqual(['a'])
    expect(reading.serial).toBe(2026112301)
    expect(reading.lines).toBe(3)
  })

  it('gives back every label of a random zone, however it is written', async () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?$/)
    const blank = fc.constantFrom(' ', '\t', '  \t')
    const written = fc.record({
      label,
      servers: fc.integer({ min: 1, max: 3 }),
      absolute: fc.boolean(),
      upper: fc.boolean(),
      ttl: fc.constantFrom('', '172800', '2d'),
      ofClass: fc.constantFrom('', 'IN', 'in'),
      swapped: fc.boolean(),
      joined: fc.boolean(),
      comment: fc.boolean(),
      repeated: fc.boolean(),
      blank,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(written, { maxLength: 20 }), fc.boolean(), async (names, packed) => {
        let zone = `$ORIGIN com.\n${soa}`
        for (const name of names) {
          const owner = `${name.upper ? name.label.toUpperCase() : name.label}${name.absolute ? '.com.' : ''}`
          for (let server = 0; server < name.servers; server++) {
            const options = [name.ttl, name.ofClass].filter((field) => field !== '')
            if (name.swapped) options.reverse()
            const host = name.joined ? `(${name.blank}\n ns${server}.host.net. )` : `ns${server}.host.net.`
            const fields = [server > 0 && !name.repeated ? '' : owner, ...options, 'NS', host]
            zone += `${fields.join(name.blank)}${name.comment ? ' ; (note "' : ''}\n`
          }
        }
        const labels = await labelsOf(packed ? gzipSync(zone + soa) : zone + soa)
        expect(new Set(labels)).toEqual(new Set(names.map((name) => name.label)))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a zone file that is not whole or has a bad line is refused with its line and the reason', () => {
  const good = 'a.com. NS ns.net.\n'
  const cases: [what: string, zone: string | Buffer, line: number, reason: RegExp][] = [
    ['an empty file', '', 0, /empty/],
    ['no closing SOA', `${soa}${good}`, 2, /closing SOA/],
    ['a last line without its end', `${soa}${good}b.com. NS ns.ne`, 3, /cut off/],
    ['an open parenthesis', `${soa}${good}b.com. NS ( ns.net.\n${soa}`, 3, /parenthesis is never closed/],
    ['a parenthesis too many', `${soa}b.com. NS ) ns.net.\n${soa}`, 2, /never opened/],
    ['an open quotation mark', `${soa}b.com. TXT "ns.net.\n${soa}`, 2, /quotation mark/],
    ['an unknown type', `${soa}${good}b.com. 10 IN NSS ns.net.\n${soa}`, 3, /"NSS" is not a record type/],
    ['no type', `${soa}b.com. 10 IN\n${soa}`, 2, /no type/],
    ['no host', `${soa}b.com. NS\n${soa}`, 2, /no data/],
    ['two hosts', `${soa}b.com. NS a. b.\n${soa}`, 2, /one host name/],
    ['a wrong address', `${soa}b.com. A 192.0.2.256\n${soa}`, 2, /not an IPv4 address/],
    ['another class', `${soa}b.com. CH NS a.\n${soa}`, 2, /not IN/],
    ['an empty label', `${soa}b..com. NS a.\n${soa}`, 2, /not a name/],
    ['a long label', `${soa}${'b'.repeat(64)}.com. NS a.\n${soa}`, 2, /not a name/],
    ['a delegated wildcard', `${soa}*.com. NS a.\n${soa}`, 2, /letters, digits/],
    ['a label with an escape', `${soa}b\\046c.com. NS a.\n${soa}`, 2, /letters, digits/],
    ['a name of another zone', `${soa}b.net. NS a.\n${soa}`, 2, /outside of the zone/],
    ['another zone', soa.replace('com.', 'net.'), 1, /zone of "net", not of "com"/],
    ['no SOA at the start', `${good}${soa}`, 1, /not the SOA/],
    ['no owner at the start', ` NS a.\n${soa}`, 1, /not the SOA/],
    ['records after the end', `${soa}${good}${soa}${good}`, 4, /follows the closing/],
    ['two serials', `${soa}${good}${soa.replace('2026112301', '2026112302')}`, 3, /changed while/],
    ['an include', `${soa}$INCLUDE other\n`, 2, /\$INCLUDE is not supported/],
    ['an endless line', `${soa}${'a'.repeat(70_000)}`, 2, /longer than/],
    ['a gzip stream that ends early', gzipSync(`${soa}${good}${soa}`).subarray(0, -9), 1, /cut off/],
    [
      'a gzip stream that is damaged',
      Buffer.concat([gzipSync(soa).subarray(0, 12), Buffer.alloc(40, 7)]),
      1,
      /damaged/,
    ],
  ]
  it.each(cases)('%s', async (_, zone, line, reason) => {
    await expect(labelsOf(zone)).rejects.toMatchObject({
      name: 'ZoneRejected',
      file: 'com.zone',
      line,
      reason: expect.stringMatching(reason),
    })
  })

  it('takes a file with one SOA record when it is asked to', async () => {
    expect(await labelsOf(soa + good, 'com', { singleSoa: true })).toEqual(['a'])
  })

  it('notices every cut of a whole file', async () => {
    const zone = `${soa}a.com. NS ns.net.\nb.com. NS (\n ns.net. )\nc.com. TXT "x"\n${soa}`
    const packed = gzipSync(zone)
    for (let end = 0; end < zone.length; end++)
      await expect(labelsOf(zone.slice(0, end))).rejects.toThrow('com.zone, line')
    for (let end = 3; end < packed.length; end++)
      await expect(labelsOf(packed.subarray(0, end))).rejects.toThrow('com.zone, line')
  })
})
