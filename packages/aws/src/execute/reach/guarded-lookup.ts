import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { FlowError } from "@rivulet/runtime";
import { addressKind } from "./address-kind.ts";
import { isLoopbackName } from "./allowed-hosts.ts";

type LookupAnswer = (
  error: NodeJS.ErrnoException | null,
  addresses: string | LookupAddress[],
  family?: number,
) => void;

function refusal(hostname: string, address: string): FlowError {
  return new FlowError({
    code: "endpoint-refused",
    message: `${hostname} leads to ${address}, which is not called: it belongs to the network of a cloud or to no single machine. Give another endpoint.`,
    details: { host: hostname, address },
  });
}

function fits(hostname: string, address: string): boolean {
  const kind = addressKind(address);
  return isLoopbackName(hostname) ? kind === "loopback" : kind !== "forbidden";
}

/**
 * Finds the addresses of a host for a connection, in place of Node's own. One address that may not be called refuses them
 * all. The connection goes to the address that was looked at: the name is not asked for a second time.
 */
export function guardedLookup(hostname: string, options: LookupOptions, answer: LookupAnswer): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, []);
    const wrong = addresses.find(({ address }) => !fits(hostname, address));
    if (wrong) return answer(refusal(hostname, wrong.address), []);
    if (options.all === true) return answer(null, addresses);
    const [first] = addresses;
    if (first) answer(null, first.address, first.family);
  });
}
