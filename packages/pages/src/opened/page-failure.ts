/** Why something of a page cannot be shown or done, in words for whoever looks at the page. */
export class PageFailure extends Error {
  override readonly name = "PageFailure";
}
