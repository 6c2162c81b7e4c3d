import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import {
  bracketMatching,
  defineLanguageFacet,
  HighlightStyle,
  Language,
  syntaxHighlighting,
} from "@codemirror/language";
import { type Diagnostic, linter } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, tooltips } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { checkExpression } from "@rivulet/activities";
import { type ExpressionProblem, formatExpression } from "@rivulet/expressions";
import {
  type Completion,
  completeExpression,
  type ExpressionSurroundings,
  expressionParser,
  helpAt,
} from "@rivulet/expressions/codemirror";
import { styleNonce } from "../theme/style-nonce.ts";
import { signatureTip } from "./signature-tip.ts";
import { helpTip } from "./tips.ts";

/** What stands around the expression, read anew whenever it is needed. */
export type LiveSurroundings = ExpressionSurroundings;

const languageData = defineLanguageFacet({ closeBrackets: { brackets: ["(", "'"] } });
const language = new Language(languageData, expressionParser, [], "rivulet-expression");

const colours = HighlightStyle.define([
  { tag: tags.variableName, class: "rv-token-variable" },
  { tag: [tags.constant(tags.variableName), tags.special(tags.variableName)], class: "rv-token-variable" },
  { tag: tags.propertyName, class: "rv-token-member" },
  { tag: tags.string, class: "rv-token-text" },
  { tag: tags.number, class: "rv-token-number" },
  { tag: tags.keyword, class: "rv-token-keyword" },
  { tag: tags.function(tags.variableName), class: "rv-token-function" },
  { tag: tags.namespace, class: "rv-token-name" },
  { tag: tags.invalid, class: "rv-token-wrong" },
]);

/** Writes a completion; behind a function the list opens again for its argument. */
function applyCompletion({ label, insert = label }: Completion) {
  return (view: EditorView, _chosen: unknown, from: number, to: number) => {
    const following = view.state.sliceDoc(to);
    const text = insert.endsWith("(") && following.startsWith("(") ? insert.slice(0, -1) : insert;
    // A text takes the place of the one that it was written in, to its end.
    const rest = view.state.sliceDoc(from, to).startsWith("'") ? /^[^']*'/.exec(following)?.[0] : undefined;
    view.dispatch({
      changes: { from, to: to + (rest?.length ?? 0), insert: text },
      selection: { anchor: from + text.length },
      userEvent: "input.complete",
    });
  };
}

function completionSource(around: LiveSurroundings) {
  return ({ state, pos, explicit }: CompletionContext) => {
    const text = state.doc.toString();
    const { from, options } = completeExpression(text, pos, around);
    const isWriting = from < pos || /[$/@.]/.test(text.charAt(pos - 1));
    if ((!explicit && !isWriting) || options.length === 0) return null;
    // What is written in full already is not offered by itself.
    const [only] = options;
    if (!explicit && options.length === 1 && only?.label === text.slice(from, pos)) return null;
    return {
      from,
      filter: false,
      options: options.slice(0, 80).map((option) => ({
        label: option.label,
        ...(option.detail === undefined ? {} : { detail: option.detail }),
        apply: applyCompletion(option),
      })),
    };
  };
}

function diagnosticOf({ from, to, severity, message, fix }: ExpressionProblem): Diagnostic {
  const actions = fix
    ? [
        {
          name: fix.label,
          apply: (view: EditorView) => view.dispatch({ changes: fix.edits.map((edit) => ({ ...edit })) }),
        },
      ]
    : [];
  return { from, to, severity, message, actions };
}

function problemsOf(around: LiveSurroundings) {
  return ({ state }: EditorView): Diagnostic[] => {
    const text = state.doc.toString();
    if (text.trim() === "") return [];
    return checkExpression(text, around.expected, around.scope)
      .problems.filter(({ to }) => to <= text.length)
      .map(diagnosticOf);
  };
}

/** While the list of completions is open, Esc closes only that: dialogs ask for this mark before they close. */
const keepsEscape = EditorView.updateListener.of(({ state, view }) => {
  view.contentDOM.dataset["mantineStopPropagation"] = String(completionStatus(state) !== null);
});

/** Writes a valid expression anew, evenly spaced and over several lines where it is long. */
export function formatDocument(view: EditorView): boolean {
  const { state } = view;
  const text = state.doc.toString();
  const formatted = state.readOnly ? undefined : formatExpression(text);
  if (formatted === undefined || formatted === text) return false;
  const anchor = Math.min(state.selection.main.head, formatted.length);
  view.dispatch({
    changes: { from: 0, to: text.length, insert: formatted },
    selection: { anchor },
    userEvent: "format",
  });
  return true;
}

const keys = keymap.of([
  { key: "Shift-Alt-f", run: formatDocument },
  { key: "Tab", run: acceptCompletion },
  { key: "Escape", run: closeCompletion },
  {
    key: "Mod-Enter",
    run: ({ dom }) => {
      dom.closest("form")?.requestSubmit();
      return true;
    },
  },
  ...completionKeymap,
  ...closeBracketsKeymap,
  ...historyKeymap,
  ...defaultKeymap,
]);

/** Everything that makes CodeMirror an editor of expressions. */
export function expressionExtensions(around: LiveSurroundings): Extension {
  return [
    language,
    syntaxHighlighting(colours),
    history(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({
      override: [completionSource(around)],
      icons: false,
      closeOnBlur: true,
      // Who types fast and presses Tab means the list, not the next field.
      interactionDelay: 0,
    }),
    linter(problemsOf(around), { delay: 250 }),
    hoverTooltip((view, position) => helpTip(helpAt(view.state.doc.toString(), position, around.scope))),
    signatureTip,
    keepsEscape,
    keys,
    // The page lets in only style elements with its word: without it the editor has no styles of its own.
    EditorView.cspNonce.of(styleNonce()),
    EditorView.lineWrapping,
    // Dialogs cut off what hangs out of them.
    tooltips({ parent: document.body, position: "fixed" }),
  ];
}
