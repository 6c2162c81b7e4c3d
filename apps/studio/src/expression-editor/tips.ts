import type { Tooltip } from "@codemirror/view";
import type { Help } from "@rivulet/expressions/codemirror";

function line(className: string, text: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  element.textContent = text;
  return element;
}

/** What a part of an expression is, shown above it; with an example where there is one. */
export function helpTip(help: Help | undefined): Tooltip | null {
  if (!help) return null;
  const { title, text, example } = help;
  return {
    pos: help.from,
    end: help.to,
    above: true,
    create: () => {
      const dom = document.createElement("div");
      dom.className = "rv-tip-body";
      dom.append(line("rv-tip-title", title), line("rv-tip-note", text));
      if (example) dom.append(line("rv-tip-title", `${example.expression} → ${example.result}`));
      return { dom };
    },
  };
}
