import type { ContainerView, DataView, FailureView, TextView, WidgetView } from "@rivulet/pages/view";
import { Fragment, type JSX } from "react";
import { messages } from "../app/messages.ts";
import { ButtonWidget } from "./button-widget.tsx";
import { ListWidget } from "./list-widget.tsx";

type ViewOf<Kind extends WidgetView["kind"]> = Extract<WidgetView, { readonly kind: Kind }>;

/** The widgets in something, in their order. */
export function Widgets({ widgets }: { readonly widgets: readonly WidgetView[] }): JSX.Element {
  return (
    <>
      {widgets.map((widget) => (
        <Fragment key={widget.id}>{draw(widget)}</Fragment>
      ))}
    </>
  );
}

function Container({ view }: { readonly view: ContainerView }) {
  return (
    <div className="container" data-look={view.look} data-testid={`widget-${view.name}`}>
      <Widgets widgets={view.children} />
    </div>
  );
}

const elements = { text: "span", paragraph: "p", h1: "h1", h2: "h2", h3: "h3", h4: "h4" } as const;

function Text({ view }: { readonly view: TextView }) {
  const Element = elements[view.render];
  return (
    <Element className="text" data-testid={`widget-${view.name}`}>
      {view.text}
    </Element>
  );
}

function OneObject({ view }: { readonly view: DataView }) {
  return (
    <div className="data-view" data-testid={`widget-${view.name}`}>
      {view.children ? (
        <Widgets widgets={view.children} />
      ) : (
        <p className="empty" role="status">
          {view.emptyText}
        </p>
      )}
    </div>
  );
}

function Failure({ view }: { readonly view: FailureView }) {
  return (
    <div className="failure" role="alert" data-testid={`widget-${view.name}`}>
      <strong>{messages.failed}</strong>
      <span>{view.message}</span>
    </div>
  );
}

const drawings: { readonly [Kind in WidgetView["kind"]]: (view: ViewOf<Kind>) => JSX.Element } = {
  container: (view) => <Container view={view} />,
  text: (view) => <Text view={view} />,
  button: (view) => <ButtonWidget view={view} />,
  listView: (view) => (
    <ListWidget key={view.list} view={view} drawRow={(widgets) => <Widgets widgets={widgets} />} />
  ),
  dataView: (view) => <OneObject view={view} />,
  failure: (view) => <Failure view={view} />,
};

function draw(widget: WidgetView): JSX.Element {
  return (drawings[widget.kind] as (view: WidgetView) => JSX.Element)(widget);
}
