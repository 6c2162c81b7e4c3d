import type { PageAction, ProjectIndex } from "@rivulet/model";
import type { AppAccess } from "./roles.ts";

/** Whether somebody may do what a button or an item of the menu does: where he may not, it is not shown. */
export function mayUse(action: PageAction, access: AppAccess, index: ProjectIndex): boolean {
  const mayOpen = (name: string): boolean => {
    const page = index.page(name);
    return page !== undefined && access.mayOpen(page);
  };
  switch (action.kind) {
    case "showPage":
      return mayOpen(action.page);
    case "createObject":
      return mayOpen(action.page) && access.mayCreate(action.entity);
    case "callMicroflow": {
      const microflow = index.microflow(action.microflow);
      return microflow !== undefined && access.mayRun(microflow);
    }
    default:
      return true;
  }
}
