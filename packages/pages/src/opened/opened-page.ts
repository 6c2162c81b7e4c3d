import type { WidgetDocument } from "@rivulet/model";
import type { EntityObject, QualifiedName } from "@rivulet/values";
import { carriedPage, type PageWithObjects } from "../carried/carried-page.ts";
import type { ObjectCarrier } from "../carried/object-carrier.ts";
import type { MoreRows, PageView } from "../view/view.ts";
import type { DrawingParts } from "./drawing-parts.ts";
import { PageForm } from "./form/page-form.ts";
import { PageDrawing } from "./page-drawing.ts";
import type { PagePorts } from "./page-ports.ts";
import { type ShownAction, ShownData } from "./shown-data.ts";
import type { Surroundings } from "./surroundings.ts";
import { widgetKey } from "./widget-key.ts";

/**
 * A page that somebody has open. The objects it shows stay here, under keys that mean nothing elsewhere; the browser
 * gets texts (see view.ts).
 */
export class OpenedPage {
  readonly key: string;
  /** What is typed into it. */
  readonly form = new PageForm();
  #what: PageWithObjects;
  #shown: ShownData;
  /** Whether the project has changed since it was drawn: nothing on it can be named until it is drawn again. */
  #isCarried = false;
  /** Whether what its data comes from has changed since they were loaded. */
  #isOutdated = false;

  constructor(key: string, what: PageWithObjects) {
    this.key = key;
    this.#what = what;
    this.#shown = new ShownData(key);
    for (const object of Object.values(what.parameters)) this.form.changes.watch(object);
  }

  /** Its name in the project. */
  get name(): QualifiedName {
    return this.#what.name;
  }

  get page(): WidgetDocument {
    return this.#what.page;
  }

  get parameters(): Readonly<Record<string, EntityObject>> {
    return this.#what.parameters;
  }

  /**
   * Takes the page over into a changed project, with what is typed into it.
   *
   * @param isOutdated whether something has changed that its data may come from
   * @returns what was typed and has no place any more, as sentences
   * @throws {PageFailure} why the page cannot be shown any more
   */
  carry(carrier: ObjectCarrier, isOutdated: boolean): readonly string[] {
    const what = carriedPage(this.#what, carrier);
    const lost = this.form.carry(carrier);
    this.#what = what;
    this.#shown = this.#shown.carried(carrier);
    this.#isCarried = true;
    this.#isOutdated ||= isOutdated;
    return lost;
  }

  /** Draws a page that was taken over into a changed project, before something on it is named. */
  async settle(ports: PagePorts): Promise<void> {
    if (!this.#isCarried) return;
    await this.redraw(ports);
    this.#isCarried = false;
    this.form.tryAgain({ inputs: this.inputs, ports });
  }

  /**
   * Shows the page after the project has changed. Data are loaded anew where that may give others, but not where
   * something was typed.
   *
   * @param typing inputs into which somebody types at this moment
   */
  async resume(ports: PagePorts, typing: readonly { widget: string; object: string }[]): Promise<PageView> {
    await this.settle(ports);
    const objects = typing.flatMap(
      (at) => this.inputs.get(widgetKey(at.widget, at.object))?.context.object ?? [],
    );
    return this.#isOutdated
      ? this.#draw(ports, { isReload: true, held: new Set(objects) })
      : this.redraw(ports);
  }

  /** How many objects it holds in memory, roughly. */
  get weight(): number {
    return [...this.#shown.sources.values()].reduce((sum, { objects }) => sum + objects.length, 1);
  }

  /** Loads the data of the page and shows it. What a widget cannot show stands in its place as a sentence. */
  show(ports: PagePorts): Promise<PageView> {
    return this.#draw(ports, { isReload: true });
  }

  /** Shows the page with the data that it has: after something was typed into it. */
  redraw(ports: PagePorts): Promise<PageView> {
    return this.#draw(ports, { isReload: false });
  }

  async #draw(ports: PagePorts, how: Pick<DrawingParts, "isReload" | "held">): Promise<PageView> {
    const { name, page, parameters } = this;
    const { changes, faults } = this.form;
    const shown = new ShownData(this.key, this.#shown);
    const drawing = new PageDrawing({ ports, shown, changes, faults, ...how });
    const around: Surroundings = { page, parameters, context: undefined };
    const nowhere = { around, object: undefined, form: undefined, isEditable: true };
    const widgets = await drawing.children(page.id, nowhere);
    shown.finish();
    this.#shown = shown;
    if (how.isReload) this.#isOutdated = false;
    const present = [...shown.places.values()].flatMap(({ context, parameters: given }) => [
      ...(context ? [context.object] : []),
      ...Object.values(given),
    ]);
    changes.forgetOthers(new Set([...present, ...Object.values(parameters)]));
    const { title, layout } = page.type === "page" ? page : { title: "", layout: "" };
    return { page: name, opening: this.key, title, layout, widgets };
  }

  /**
   * More rows of a list that is shown, from a position on.
   *
   * @throws {PageFailure} for a list that is not shown, or that cannot be read on: it stays as it is then
   */
  rows(key: string, from: number, ports: PagePorts): Promise<MoreRows> {
    const { changes, faults } = this.form;
    const drawing = new PageDrawing({ ports, shown: this.#shown, changes, faults, isReload: false });
    return drawing.moreRows(key, from);
  }

  /** The inputs that are shown, by their keys. */
  get inputs(): ShownData["inputs"] {
    return this.#shown.inputs;
  }

  /** What a click on a widget does, for the object that it was shown for; `undefined` for what was not offered. */
  actionOf(widget: string, object: string | undefined): ShownAction | undefined {
    return this.#shown.actions.get(widgetKey(widget, object));
  }
}
