import { BlockList, isIP, isIPv6 } from 'node:net';

/** Addresses that are not of the public internet (IANA's special-purpose registries), in CIDR notation. */
const V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const V6_GLOBAL = '2000::/3';
/** Within the global addresses, those that are not, or lead to others: tunnels, documentation, benchmarks. */
const V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20', '5f00::/16'];

const blocked = blockListOf(V4, 'ipv4');
const blockedV6 = blockListOf(V6, 'ipv6');
const globalV6 = blockListOf([V6_GLOBAL], 'ipv6');

/**
 * Returns true if an address is one of the public internet: not of this machine, a private network, a link, a provider's
 * own network, or an IPv4 address of these in IPv6's clothes.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/gu, '').replace(/%.*$/u, '');
  if (isIP(bare) === 0) return false;
  if (!isIPv6(bare)) return !blocked.check(bare, 'ipv4');
  return globalV6.check(bare, 'ipv6') && !blockedV6.check(bare, 'ipv6');
}

function blockListOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix = '0'] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}
