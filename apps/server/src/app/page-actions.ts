import { type InputJson, type OpenedPage, readWidgetField } from "@rivulet/pages";
import type { ActionAnswer } from "@rivulet/pages/view";
import { HttpProblem } from "../http/http-problem.ts";
import { type ActionPlace, doAction } from "./app-actions.ts";
import type { Entered, SessionEntry, Visit } from "./session-entry.ts";

/** What was clicked. */
export interface Click {
  readonly opening: string;
  readonly widget: string;
  readonly object: string | undefined;
}

/** What was put into an input. */
export interface Change {
  readonly opening: string;
  readonly widget: string;
  readonly object: string;
  readonly value: InputJson;
}

/** Clicks and what is typed: what widgets and the menu of the running application do. */
export class PageActions {
  readonly #entry: SessionEntry;

  constructor(entry: SessionEntry) {
    this.#entry = entry;
  }

  /** Does what a widget does when it is clicked: only what the page that is shown offers. */
  async click(visit: Visit, { opening, widget, object }: Click): Promise<ActionAnswer> {
    const session = this.#entry.sessionOf(visit);
    return session.once(JSON.stringify([opening, widget, object]), () =>
      this.#entry.onPage(visit, opening, async (opened, entered) => {
        const offered = opened.actionOf(widget, object);
        if (!offered) throw new HttpProblem("page-outdated", "This is no longer on the page. Load it again.");
        const { action, around, form, widget: clicked } = offered;
        const asks = form !== undefined || action.kind === "saveChanges";
        const validated = asks ? { dataView: form } : undefined;
        const place = { ...entered, opened, around, widget: clicked, form: validated };
        return { steps: await doAction(action, place) };
      }),
    );
  }

  /** Puts something into an input; then does what the widget does on a change. */
  async change(visit: Visit, change: Change): Promise<ActionAnswer> {
    return this.#entry.onPage(visit, change.opening, (opened, entered) =>
      changeInput(change, opened, entered),
    );
  }

  /** Does what an item of the menu does, over the page that is open. */
  async choose(visit: Visit, at: { opening: string; item: string }): Promise<ActionAnswer> {
    const session = this.#entry.sessionOf(visit);
    return session.once(JSON.stringify([at.opening, at.item]), () =>
      this.#entry.onPage(visit, at.opening, async (opened, entered) => {
        const menu = entered.ports.index.settings?.navigation?.menu ?? [];
        const item = menu.find(({ id }) => id === at.item);
        if (!item?.action) throw new HttpProblem("page-outdated", "This item is no longer in the menu.");
        const around = { page: opened.page, parameters: {}, context: undefined };
        return { steps: await doAction(item.action, { ...entered, opened, around, form: undefined }) };
      }),
    );
  }
}

async function changeInput(
  { widget, object, value }: Change,
  opened: OpenedPage,
  entered: Entered,
): Promise<ActionAnswer> {
  const { ports, tell } = entered;
  const { inputs } = opened;
  const input = inputs.get(`${widget} ${object}`);
  const hasChanged = opened.form.put({ widget, object }, value, { inputs, ports });
  if (!hasChanged) tell({ kind: "validation", page: opened.name, messages: opened.form.messages });
  const action = input && readWidgetField("action", input.widget.fields["onChange"]);
  const place: ActionPlace | undefined = input && {
    ...entered,
    opened,
    around: input.around,
    widget: input.widget,
    form: undefined,
  };
  const steps = hasChanged && action && place ? await doAction(action, place) : [];
  if (steps.some(({ kind }) => kind === "refresh" || kind === "close")) return { steps };
  return { steps: [{ kind: "refresh", page: await opened.redraw(ports) }, ...steps] };
}
