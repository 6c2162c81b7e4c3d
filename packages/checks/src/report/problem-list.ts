import type { JsonValue, Place, Problem } from "@rivulet/model";
import type { ProblemCode } from "./problem-codes.ts";
import { severityOf } from "./warning-codes.ts";

/** A finding in a document, as a check states it. */
export interface Finding {
  readonly code: ProblemCode;
  /** The record, and the field of it with the position inside: `members[0].value`. */
  readonly record: string;
  readonly field?: string | undefined;
  /** Range in the text of the field. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly message: string;
  /** The field's new value; `field` is that of the finding when left out. */
  readonly fix?: { readonly label: string; readonly field?: string; readonly value: JsonValue } | undefined;
}

/** Collects the problems of a document, each as severe as its code. */
export class ProblemList {
  readonly problems: Problem[] = [];
  readonly #document: Pick<Place, "file" | "document">;

  constructor(document: Pick<Place, "file" | "document">) {
    this.#document = document;
  }

  add({ code, record, field, from, to, message, fix }: Finding): void {
    const range = from === undefined || to === undefined ? {} : { from, to };
    const place = { ...this.#document, record, ...(field === undefined ? {} : { field }), ...range };
    const change = fix && { label: fix.label, record, field: fix.field ?? field ?? "", value: fix.value };
    this.problems.push({
      severity: severityOf(code),
      code,
      place,
      message,
      ...(change ? { fix: change } : {}),
    });
  }
}
