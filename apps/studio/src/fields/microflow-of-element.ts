import type { ElementRecord } from "@rivulet/model";
import type { StudioProject } from "../project/studio-project.ts";

/** The microflow that an element is in, through the loops round it. */
export function microflowOfElement(project: StudioProject, element: ElementRecord): string | undefined {
  let parent = project.record(element.parent);
  while (parent?.type === "element") parent = project.record(parent.parent);
  return parent?.type === "microflow" ? parent.id : undefined;
}
