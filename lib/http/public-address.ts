import { BlockList, isIP } from "node:net";

/** What is nobody's on the open internet (IANA's special-purpose registry), and a cloud's own service behind a public one. */
const INSIDE_V4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // Azure's metadata and DNS
  ["168.63.129.16", 32],
] as const;

/** Inside global unicast: tunnels that carry another address, and documentation. */
const INSIDE_V6 = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const;

const insideV4 = new BlockList();
for (const [network, prefix] of INSIDE_V4) insideV4.addSubnet(network, prefix, "ipv4");
const insideV6 = new BlockList();
for (const [network, prefix] of INSIDE_V6) insideV6.addSubnet(network, prefix, "ipv6");
const globalV6 = new BlockList();
globalV6.addSubnet("2000::", 3, "ipv6");

/**
 * Whether an IP address is somebody's on the open internet. Loopback, private, link-local, shared, multicast and reserved
 * ones are not; of IPv6 only global unicast is, so IPv4 inside it (mapped, NAT64, 6to4, Teredo) never is.
 */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !insideV4.check(address, "ipv4");
    case 6:
      return globalV6.check(address, "ipv6") && !insideV6.check(address, "ipv6");
    default:
      return false;
  }
}
