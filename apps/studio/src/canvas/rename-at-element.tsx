import { useProject, useRecord } from "../project/use-project.tsx";
import type { CanvasActions } from "./canvas-actions.ts";
import type { Point } from "./geometry.ts";
import { RenamePopover } from "./rename-popover.tsx";
import { renameVariable, variableNameFault } from "./rename-variable.ts";
import { variableOf } from "./return-value.ts";

/** A name that is to be changed in place. */
export interface RenameRequest {
  readonly element: string;
  readonly what: "variable" | "caption";
  readonly at: Point;
}

/** The field in which a variable or a caption gets another name, below its element. */
export function RenameAtElement(props: {
  request: RenameRequest;
  microflow: string;
  actions: CanvasActions;
  onClose: () => void;
}) {
  const { request, microflow, actions, onClose } = props;
  const project = useProject();
  const element = useRecord("element", request.element);
  if (!element) return null;
  if (request.what === "caption") {
    return (
      <RenamePopover
        at={request.at}
        label="Caption"
        value={element.caption ?? ""}
        faultOf={() => undefined}
        onClose={onClose}
        onSave={(caption) => {
          actions.setCaption(element.id, caption);
          onClose();
        }}
      />
    );
  }
  const from = variableOf(project, microflow, element)?.name ?? "";
  return (
    <RenamePopover
      at={request.at}
      label="Name of the result"
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
