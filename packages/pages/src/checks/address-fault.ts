import { isWebAddress } from "../opened/plain-view.ts";

/** What is wrong with an address that a click opens. */
export function addressFault(address: string): string | undefined {
  if (isWebAddress(address)) return undefined;
  const reason =
    address.trim() === "" ? "The link has no address yet." : `"${address}" is no address that can be opened.`;
  return `${reason} Begin it with https://, http://, mailto: or tel:.`;
}
