import type {
  ColumnView,
  ContainerView,
  DataView,
  FailureView,
  GridView,
  MenuView,
  RegionView,
  TextView,
  WidgetView,
} from "@rivulet/pages/view";
import { type CSSProperties, Fragment, type JSX } from "react";
import { Menu } from "../app/menu.tsx";
import { messages } from "../app/messages.ts";
import { ButtonWidget } from "./button-widget.tsx";
import { CheckBox, DropDown } from "./inputs/choice-inputs.tsx";
import { DatePicker } from "./inputs/date-picker.tsx";
import { TextArea, TextBox } from "./inputs/text-inputs.tsx";
import { LayoutSlot } from "./layout-slot.tsx";
import { ListWidget } from "./list-widget.tsx";
import { Picture } from "./picture.tsx";
import { hasRightToLeft } from "./right-to-left.ts";

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

function Grid({ view }: { readonly view: GridView }) {
  return (
    <div className="layout-grid" data-gap={view.gap} data-testid={`widget-${view.name}`}>
      <Widgets widgets={view.children} />
    </div>
  );
}

function Column({ view }: { readonly view: ColumnView }) {
  const { phone, tablet, desktop } = view.parts;
  // Set by script, which the page's policy allows: an attribute in markup would be refused.
  const parts = { "--phone": phone, "--tablet": tablet, "--desktop": desktop } as CSSProperties;
  return (
    <div className="grid-column" style={parts} data-testid={`widget-${view.name}`}>
      <Widgets widgets={view.children} />
    </div>
  );
}

/** The landmarks of a window; in the middle the placeholder is its main part. */
const regionElements = {
  top: "header",
  left: "aside",
  right: "aside",
  bottom: "footer",
  center: "div",
} as const;

function Region({ view }: { readonly view: RegionView }) {
  const Element = regionElements[view.side];
  const label = view.side === "left" || view.side === "right" ? { "aria-label": view.name } : {};
  return (
    <Element className="region" data-side={view.side} data-testid={`widget-${view.name}`} {...label}>
      <Widgets widgets={view.children} />
    </Element>
  );
}

function MenuWidget({ view }: { readonly view: MenuView }) {
  return (
    <div className="menu-widget" data-testid={`widget-${view.name}`}>
      <Menu look={view.look} />
    </div>
  );
}

const elements = {
  text: "span",
  label: "span",
  paragraph: "p",
  h1: "h1",
  h2: "h2",
  h3: "h3",
  h4: "h4",
  h5: "h5",
  h6: "h6",
} as const;

function Text({ view }: { readonly view: TextView }) {
  const Element = elements[view.render];
  return (
    <Element
      className="text"
      data-render={view.render}
      data-bidi={hasRightToLeft(view.text) || undefined}
      data-testid={`widget-${view.name}`}
    >
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
  layoutGrid: (view) => <Grid view={view} />,
  gridColumn: (view) => <Column view={view} />,
  placeholder: (view) => <LayoutSlot testId={`widget-${view.name}`} />,
  regions: (view) => (
    <div className="regions" data-testid={`widget-${view.name}`}>
      <Widgets widgets={view.children} />
    </div>
  ),
  region: (view) => <Region view={view} />,
  snippet: (view) => <Widgets widgets={view.children} />,
  image: (view) => <Picture view={view} />,
  menu: (view) => <MenuWidget view={view} />,
  text: (view) => <Text view={view} />,
  button: (view) => <ButtonWidget view={view} />,
  listView: (view) => (
    <ListWidget key={view.list} view={view} drawRow={(widgets) => <Widgets widgets={widgets} />} />
  ),
  dataView: (view) => <OneObject view={view} />,
  textBox: (view) => <TextBox key={view.object} view={view} />,
  textArea: (view) => <TextArea key={view.object} view={view} />,
  dropDown: (view) => <DropDown key={view.object} view={view} />,
  checkBox: (view) => <CheckBox key={view.object} view={view} />,
  datePicker: (view) => <DatePicker key={view.object} view={view} />,
  failure: (view) => <Failure view={view} />,
};

function draw(widget: WidgetView): JSX.Element {
  return (drawings[widget.kind] as (view: WidgetView) => JSX.Element)(widget);
}
