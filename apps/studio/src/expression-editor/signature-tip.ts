import { type EditorState, StateField } from "@codemirror/state";
import { showTooltip, type Tooltip } from "@codemirror/view";
import { type SignatureHelp, signatureAt } from "@rivulet/expressions/codemirror";

/** The signature with the parameter that is being written in bold. */
function drawn({ row, parameters, argument }: SignatureHelp): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "rv-tip-body";
  const title = document.createElement("div");
  title.className = "rv-tip-title";
  title.append(`${row.name}(`);
  parameters.forEach((parameter, at) => {
    const isCurrent = at === argument || (at === parameters.length - 1 && argument > at);
    const part = document.createElement(isCurrent ? "b" : "span");
    part.textContent = parameter;
    title.append(at > 0 ? ", " : "", part);
  });
  title.append(")");
  const note = document.createElement("div");
  note.className = "rv-tip-note";
  note.textContent = row.summary;
  dom.append(title, note);
  return dom;
}

function tipFor(state: EditorState): Tooltip | null {
  const { empty, head } = state.selection.main;
  const help = empty ? signatureAt(state.doc.toString(), head) : undefined;
  if (!help) return null;
  return { pos: help.from, above: true, arrow: false, create: () => ({ dom: drawn(help) }) };
}

/** Shows the signature of the call in which the cursor is. */
export const signatureTip = StateField.define<Tooltip | null>({
  create: () => null,
  update: (tip, { docChanged, selection, state }) => (docChanged || selection ? tipFor(state) : tip),
  provide: (field) => showTooltip.from(field),
});
