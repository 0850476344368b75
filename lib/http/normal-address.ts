const IPV4_WITH_PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/;
const IN_BRACKETS = /^\[([^\]]+)\](?::\d+)?$/;
const GROUPS = 8;
const GROUPS_OF_A_NETWORK = 4;

/** An address as it is read by people: without a port, IPv6 at its shortest, IPv4 inside IPv6 as IPv4. */
export function plainAddress(text: string): string {
  const bare = withoutPort(text.trim());
  const groups = groupsOf(bare);
  if (!groups) return bare;
  return mappedIpv4(groups) ?? shortest(bare);
}

/**
 * Whom a limit counts: IPv4 as it is, IPv6 as its /64, which is what one household or one machine is given. Anything
 * else stays as it is.
 */
export function limitedAddress(text: string): string {
  const plain = plainAddress(text);
  const groups = groupsOf(plain);
  if (!groups) return plain;
  const network = groups.slice(0, GROUPS_OF_A_NETWORK).map((group) => group.toString(16));
  return `${network.join(":")}::/64`;
}

function withoutPort(text: string): string {
  return IN_BRACKETS.exec(text)?.[1] ?? IPV4_WITH_PORT.exec(text)?.[1] ?? text;
}

/** The eight numbers of an IPv6 address; null for anything else. */
function groupsOf(text: string): number[] | null {
  const address = withoutZone(text);
  if (!address.includes(":") || !URL.canParse(`http://[${address}]`)) return null;
  const [left = "", right = ""] = shortest(address).split("::");
  const [start, end] = [numbersOf(left), numbersOf(right)];
  return [...start, ...Array<number>(GROUPS - start.length - end.length).fill(0), ...end];
}

function shortest(text: string): string {
  return new URL(`http://[${withoutZone(text)}]`).hostname.slice(1, -1);
}

/** "fe80::1%eth0" names the card it came in by. */
function withoutZone(text: string): string {
  return text.split("%", 1)[0] ?? "";
}

function numbersOf(part: string): number[] {
  return part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
}

/** The IPv4 address in ::ffff:a.b.c.d; null for any other. */
function mappedIpv4(groups: readonly number[]): string | null {
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join(".") : null;
}
