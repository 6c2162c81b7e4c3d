import { BlockList, isIPv4, isIPv6 } from "node:net";

/**
 * `loopback` is this machine; `forbidden` is never called: addresses at which clouds hand out keys, and those that mean
 * no single machine; `other` is everything else.
 */
export type AddressKind = "loopback" | "forbidden" | "other";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

const forbidden = new BlockList();
for (const [network, prefix] of [
  // This network, multicast, reserved.
  ["0.0.0.0", 8],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
  // Link-local: metadata of AWS, Google, Azure and others, and the credentials of containers.
  ["169.254.0.0", 16],
  // Metadata of Alibaba and Oracle, and the host of machines of Azure.
  ["100.100.100.200", 32],
  ["192.0.0.192", 32],
  ["168.63.129.16", 32],
] as const) {
  forbidden.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  // Unspecified, and the old way to write an IPv4 address; the loopback address is looked at before.
  ["::", 96],
  // Link-local, site-local, multicast.
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
  // Metadata of AWS and of Google.
  ["fd00:ec2::", 32],
  ["fd20:ce::", 32],
  // Tunnels that carry an IPv4 address: Teredo, 6to4, and local ones.
  ["2001::", 32],
  ["2002::", 16],
  ["64:ff9b:1::", 48],
] as const) {
  forbidden.addSubnet(network, prefix, "ipv6");
}

/** An address in the one spelling that URLs have, without its zone. */
function canonical(address: string): string {
  const [plain = ""] = address.split("%", 1);
  return isIPv6(plain) ? new URL(`http://[${plain}]`).hostname.slice(1, -1) : plain;
}

/** The IPv4 address in one that only carries it: IPv4-mapped, or translated by a network without IPv4 (NAT64). */
function carriedAddress(address: string): string | undefined {
  const [, high, low] = /^(?:::ffff|64:ff9b:):([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const bytes = [high, low].flatMap((group) => {
    const number = Number.parseInt(group, 16);
    return [number >> 8, number & 255];
  });
  return bytes.join(".");
}

/** What kind of address it is, however it is written. What is no address at all is `forbidden`. */
export function addressKind(written: string): AddressKind {
  const address = canonical(written);
  const plain = carriedAddress(address) ?? address;
  if (!isIPv4(plain) && !isIPv6(plain)) return "forbidden";
  const family = isIPv4(plain) ? "ipv4" : "ipv6";
  if (loopback.check(plain, family)) return "loopback";
  return forbidden.check(plain, family) ? "forbidden" : "other";
}
