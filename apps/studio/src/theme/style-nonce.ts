/**
 * The word by which the page's Content-Security-Policy lets our style elements in. The server writes a new one into
 * every page; the development server has none.
 */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
}
