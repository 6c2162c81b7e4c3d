import { Annotation, Compartment, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { ActionIcon, Tooltip } from "@mantine/core";
import { formatExpression } from "@rivulet/expressions";
import { TextAlignStart } from "lucide-react";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { controlMessages } from "../messages/control-messages.ts";
import { expressionExtensions, formatDocument, type LiveSurroundings } from "./expression-extensions.ts";
import type { ExpressionInputProps } from "./expression-input.tsx";
import { mayBeCommand, TextTelling } from "./text-telling.ts";
import { TextsOnTheirWay } from "./texts-on-their-way.ts";

/** Marks a change that the editor was given: nobody has to be told of it. */
const isGiven = Annotation.define<boolean>();

/** The properties that the editor reads later than it is drawn: on a key, on a problem. */
function useLatest(props: ExpressionInputProps) {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  return latest;
}

/** Who leaves the editor, or presses a key with which something may be done, means all that was written. */
function tellBeforeUse(frame: HTMLElement, telling: TextTelling): () => void {
  const onKey = (event: KeyboardEvent) => mayBeCommand(event) && telling.tellNow();
  frame.addEventListener("keydown", onKey, { capture: true });
  frame.addEventListener("focusout", telling.tellNow);
  return () => {
    frame.removeEventListener("keydown", onKey, { capture: true });
    frame.removeEventListener("focusout", telling.tellNow);
    telling.end();
  };
}

/** CodeMirror for one expression. Loaded on demand; everything about the language comes from its own package. */
export function CodeEditor(props: ExpressionInputProps) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const editable = useRef(new Compartment());
  const texts = useRef(new TextsOnTheirWay());
  const telling = useRef<TextTelling>(undefined);
  const latest = useLatest(props);
  const { value, isReadOnly = false, label, testId, scope, expected } = props;

  // Before anything else is done: what was typed for it is given to it then.
  useLayoutEffect(() => {
    if (!parent.current) return undefined;
    const surroundings: LiveSurroundings = {
      get scope() {
        return latest.current.scope;
      },
      get expected() {
        return latest.current.expected;
      },
      get texts() {
        return latest.current.texts;
      },
    };
    const frame = parent.current;
    const ownTelling = new TextTelling((text) => {
      texts.current.tell(text);
      latest.current.onChange(text);
    });
    telling.current = ownTelling;
    const view = new EditorView({
      parent: frame,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          expressionExtensions(surroundings),
          editable.current.of([]),
          EditorView.contentAttributes.of({
            "aria-label": label,
            "data-testid": testId,
            spellcheck: "false",
          }),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged || update.transactions.some((each) => each.annotation(isGiven))) return;
            ownTelling.write(update.state.doc);
          }),
        ],
      }),
    });
    editor.current = view;
    const end = tellBeforeUse(frame, ownTelling);
    // Its frame had the focus for it while it was being fetched.
    if (frame.closest(".rv-code") === document.activeElement) view.focus();
    return () => {
      end();
      editor.current = undefined;
      view.destroy();
    };
    // What changes while the editor lives is read through `latest` or told by the effects below.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [label, testId]);

  useEffect(() => {
    const view = editor.current;
    // What was written since is told in a moment, and counts.
    if (
      !view ||
      telling.current?.isBehind ||
      texts.current.isOwn(value) ||
      view.state.doc.toString() === value
    )
      return;
    const changes = { from: 0, to: view.state.doc.length, insert: value };
    view.dispatch({ changes, annotations: isGiven.of(true) });
  }, [value]);

  useEffect(() => {
    editor.current?.dispatch({
      effects: editable.current.reconfigure([
        EditorState.readOnly.of(isReadOnly),
        EditorView.editable.of(!isReadOnly),
      ]),
    });
  }, [isReadOnly, scope, expected]);

  return (
    <div className="rv-code-frame">
      <div ref={parent} />
      <FormatButton
        text={value}
        isReadOnly={isReadOnly}
        onFormat={() => editor.current && formatDocument(editor.current)}
      />
    </div>
  );
}

interface FormatButtonProps {
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly onFormat: () => void;
}

/** There only while it would change something. */
function FormatButton({ text, isReadOnly, onFormat }: FormatButtonProps) {
  const formatted = useMemo(() => formatExpression(text), [text]);
  if (isReadOnly || formatted === undefined || formatted === text) return null;
  return (
    <Tooltip label={controlMessages.formatHint}>
      <ActionIcon className="rv-code-format" size={24} aria-label={controlMessages.format} onClick={onFormat}>
        <TextAlignStart size={14} />
      </ActionIcon>
    </Tooltip>
  );
}
