import { BlockList, isIP, type LookupFunction } from 'node:net';
import { lookup } from 'node:dns';

/** The address lies in a network of our own, where a provider's link must never lead. */
export class PrivateAddress extends Error {}

const closed = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  closed.ipv4.addSubnet(net, prefix, 'ipv4');
}
// In a list of its own: one that holds the mapped IPv4 addresses would close every IPv4 address.
for (const [net, prefix] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  closed.ipv6.addSubnet(net, prefix, 'ipv6');
}

export function isPublicIp(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return !closed.ipv4.check(ip, 'ipv4');
  return family === 6 && !closed.ipv6.check(ip, 'ipv6');
}

/** @throws PrivateAddress for an address written as such; names are judged when they are resolved */
export function refusePrivateHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicIp(host)) throw new PrivateAddress();
}

/** Resolves names for a connection and lets none through that leads inside: judged at the moment of use. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, []);
    const open = addresses.filter(({ address }) => isPublicIp(address));
    if (open.length === 0 || open.length < addresses.length) {
      return callback(new PrivateAddress(), []);
    }
    const first = open[0];
    if (options.all || !first) return callback(null, open);
    return callback(null, first.address, first.family);
  });
};
