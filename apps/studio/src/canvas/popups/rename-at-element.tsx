import { canvasMessages } from "../../messages/canvas-messages.ts";
import { useRecord } from "../../project/use-project.tsx";
import { setCaption } from "../actions/change-elements.ts";
import type { Drawing } from "../drawing.ts";
import type { Point } from "../geometry.ts";
import { renameVariable, variableNameFault } from "../rename-variable.ts";
import { variableOf } from "../return-value.ts";
import { RenamePopover } from "./rename-popover.tsx";

/** A name that is to be changed in place. */
export interface RenameRequest {
  readonly element: string;
  readonly what: "variable" | "caption";
  readonly at: Point;
}

/** The field in which a variable or a caption gets another name, below its element. */
export function RenameAtElement(props: { request: RenameRequest; drawing: Drawing; onClose: () => void }) {
  const { request, drawing, onClose } = props;
  const { project, microflow } = drawing;
  const element = useRecord("element", request.element);
  if (!element) return null;
  if (request.what === "caption") {
    return (
      <RenamePopover
        at={request.at}
        label={canvasMessages.caption}
        value={element.caption ?? ""}
        faultOf={() => undefined}
        onClose={onClose}
        onSave={(caption) => {
          setCaption(drawing, element.id, caption);
          onClose();
        }}
      />
    );
  }
  const from = variableOf(project, microflow, element)?.name ?? "";
  return (
    <RenamePopover
      at={request.at}
      label={canvasMessages.resultName}
      value={from}
      faultOf={(name) => variableNameFault(project, { microflow, element: element.id, name })}
      onClose={onClose}
      onSave={(to) => {
        renameVariable(project, microflow, { from, to });
        onClose();
      }}
    />
  );
}
