import type { PageAction } from "@rivulet/model";

/** What the editor of one kind of action is given. */
export interface ActionPartProps<Of extends PageAction["kind"]> {
  readonly field: string;
  readonly action: Extract<PageAction, { readonly kind: Of }>;
  readonly onChange: (action: PageAction) => void;
}
