import type { HtmlTagDescriptor, Plugin } from "vite";

/** The letters of the first screen: without a word in the page they are asked for only when the first text is drawn. */
const firstFonts = /src\/theme\/fonts\/[\w-]+\.woff2$/;

/**
 * A plugin of Vite: what the page says before its program runs. The small fonts come beside the program, so that no
 * text is drawn in another typeface first; and nothing is painted before the program has begun, and so nothing in the
 * colours of the other theme.
 */
export const pageHead: Plugin = {
  name: "page-head",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler(html, { bundle = {} }) {
      const fonts = Object.values(bundle).filter(
        (file) => file.type === "asset" && file.originalFileNames.some((name) => firstFonts.test(name)),
      );
      const tags = fonts.map(
        ({ fileName }): HtmlTagDescriptor => ({
          tag: "link",
          attrs: {
            rel: "preload",
            as: "font",
            type: "font/woff2",
            crossorigin: true,
            href: `/studio/${fileName}`,
          },
          injectTo: "head-prepend",
        }),
      );
      return { html: html.replace('<script type="module"', '<script type="module" blocking="render"'), tags };
    },
  },
};
