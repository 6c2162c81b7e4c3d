import { type EntityObject, readSlot } from "@rivulet/values";
import type { ObjectCarrier } from "../../carried/object-carrier.ts";
import { PageFailure } from "../page-failure.ts";
import type { PagePorts } from "../page-ports.ts";
import { widgetKey } from "../widget-key.ts";
import { formatsOfInput } from "./formats-of-input.ts";
import { PageChanges } from "./page-changes.ts";
import { type InputJson, parseInput } from "./parse-input.ts";
import type { InputFault, ShownInput } from "./shown-input.ts";
import { validateInput } from "./validate-input.ts";

type Inputs = ReadonlyMap<string, ShownInput>;

/** What somebody types into an open page: the changes of its objects, and what is wrong with what was put in. */
export class PageForm {
  readonly changes = new PageChanges();
  readonly #faults = new Map<string, InputFault>();

  /** What is wrong, by the key of the input. */
  get faults(): ReadonlyMap<string, InputFault> {
    return this.#faults;
  }

  /**
   * Takes what was put into an input. A value that holds stands in the object from then on; one that does not stays in
   * the input, with the reason. Answers whether the object has changed.
   *
   * @throws {PageFailure} for an input that is not shown, or cannot be changed
   */
  put(
    at: { readonly widget: string; readonly object: string },
    json: InputJson,
    on: { readonly inputs: Inputs; readonly ports: PagePorts },
  ): boolean {
    const key = widgetKey(at.widget, at.object);
    const input = on.inputs.get(key);
    if (!input) throw new PageFailure("This is no longer on the page. Load the page again.");
    if (!input.isEditable) throw new PageFailure("This cannot be changed.");
    const { attribute, context } = input;
    const { index, expressions } = on.ports;
    const before = readSlot(context.object, attribute.slot);
    const typed = { ...formatsOfInput(input.widget), environment: expressions.environment, before };
    const parsed = parseInput(json, attribute, { index, typed });
    if ("message" in parsed) {
      this.#faults.set(key, { message: parsed.message, put: json });
      return false;
    }
    const message = validateInput(parsed.value, input, { around: input.around, ports: on.ports });
    if (message !== undefined) {
      this.#faults.set(key, { message, put: json });
      return false;
    }
    this.#faults.delete(key);
    this.changes.write(context.object, attribute.slot, parsed.value);
    return true;
  }

  /** Whether everything that can be changed holds: in one form, or on the whole page. What does not says so. */
  validate(
    form: string | undefined,
    { inputs, ports }: { readonly inputs: Inputs; readonly ports: PagePorts },
  ): boolean {
    let isValid = true;
    for (const [key, input] of inputs) {
      if (!input.isEditable || (form !== undefined && input.form !== form)) continue;
      if (this.#faults.get(key)?.put === undefined) {
        const value = readSlot(input.context.object, input.attribute.slot);
        const message = validateInput(value, input, { around: input.around, ports });
        if (message === undefined) this.#faults.delete(key);
        else this.#faults.set(key, { message });
      }
      isValid &&= !this.#faults.has(key);
    }
    return isValid;
  }

  /** What is wrong on the page, in the order in which it was found. */
  get messages(): readonly string[] {
    return this.#faults
      .values()
      .map(({ message }) => message)
      .toArray();
  }

  /** Puts a message of a microflow on the inputs that show an attribute of an object; `false` when none does. */
  tell(
    object: EntityObject,
    attribute: string,
    { message, inputs }: { readonly message: string; readonly inputs: Inputs },
  ): boolean {
    let isTold = false;
    for (const [key, input] of inputs) {
      if (input.context.object !== object || input.attribute.name !== attribute) continue;
      this.#faults.set(key, { ...this.#faults.get(key), message });
      isTold = true;
    }
    return isTold;
  }

  /** The same form over the objects of another project. Answers what was typed and has no place there, as sentences. */
  carry(carrier: ObjectCarrier): readonly string[] {
    return this.changes.carry(carrier);
  }

  /**
   * Once the inputs are shown again: what could not become a value may be one by now, and what is no longer asked for
   * is no longer wrong.
   */
  tryAgain(on: { readonly inputs: Inputs; readonly ports: PagePorts }): void {
    for (const [key, { put }] of this.#faults) {
      const [widget = "", object = ""] = key.split(" ");
      const isShown = on.inputs.get(key)?.isEditable === true;
      if (!isShown) this.#faults.delete(key);
      else if (put !== undefined) this.put({ widget, object }, put, on);
    }
  }

  save(): void {
    this.#faults.clear();
    this.changes.save();
  }

  cancel(): void {
    this.#faults.clear();
    this.changes.cancel();
  }
}
