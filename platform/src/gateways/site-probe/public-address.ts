import ipaddr from 'ipaddr.js'

/** Whether an address is one of the public internet, or in a network that the operator lets us ask. */
export function mayBeAsked(address: string, networks: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address that comes dressed as IPv6 is the IPv4 address.
  const parsed = ipaddr.process(address)
  if (parsed.range() === 'unicast') return true
  return networks.some((network) => {
    const [range, bits] = ipaddr.parseCIDR(network)
    return range.kind() === parsed.kind() && parsed.match(range, bits)
  })
}
