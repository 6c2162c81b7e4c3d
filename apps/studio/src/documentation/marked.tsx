import { createElement, Fragment, type ReactNode } from "react";

/** The marks that documentation uses, of Markdown: `code`, **strong** and *emphasis*. */
const marks: readonly (readonly [sign: string, show: (text: string) => ReactNode])[] = [
  ["`", (text) => <code>{text}</code>],
  ["**", (text) => <strong>{text}</strong>],
  ["*", (text) => <em>{text}</em>],
];

const marked = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*]+\*)/;

function shown(part: string): ReactNode {
  const [sign, show] = marks.find(([each]) => part.startsWith(each) && part.endsWith(each)) ?? [];
  return sign !== undefined && show && part.length > 2 * sign.length
    ? show(part.slice(sign.length, -sign.length))
    : part;
}

/** A paragraph of documentation with its marks drawn. Nothing in it is read as HTML. */
export function Marked({ text }: { text: string }) {
  return createElement(Fragment, null, ...text.split(marked).map(shown));
}
