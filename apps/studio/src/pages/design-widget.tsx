import type { WidgetRecord } from "@rivulet/model";
import {
  attributeOf,
  captionOfAttribute,
  expressionOf,
  findWidget,
  readWidgetField,
  type Template,
  widgetsIn,
} from "@rivulet/pages";
import { isMenuIcon, menuIcons } from "@rivulet/pages/icons";
import { Puzzle } from "lucide-react";
import { type CSSProperties, type ReactNode, useState } from "react";
import { pageMessages } from "../messages/page-messages.ts";
import { useIndex, useRecord } from "../project/use-project.tsx";
import { workspace } from "../workspace/workspace.ts";
import { useDesign } from "./design-context.ts";
import { type DropSide, dropSide, isWidgetDrag, widgetDragType } from "./drag-widget.ts";

/** A template as it is designed: the last name of an expression in the place of its value. */
function Words({ template }: { template: Template | undefined }) {
  const parts = (template?.text ?? "").split(/(\{\d{1,3}\})/);
  return parts.map((part, position) => {
    const number = /^\{(\d+)\}$/.exec(part)?.[1];
    const argument = number === undefined ? undefined : template?.arguments[Number(number) - 1];
    const key = `${position}:${part}`;
    if (argument === undefined) return <span key={key}>{part}</span>;
    const expression = expressionOf(argument);
    return (
      <code key={key} className="rv-design-value">
        {expression.slice(expression.lastIndexOf("/") + 1)}
      </code>
    );
  });
}

/** What the source of a data widget is called. */
function sourceTitle(widget: WidgetRecord): string | undefined {
  const source = readWidgetField("dataSource", widget.fields["source"]);
  if (source?.kind === "microflow") return source.microflow;
  return source?.kind === "association" ? source.association : source && `$${source.parameter}`;
}

function Inside({ widget }: { widget: WidgetRecord }) {
  const widgets = widgetsIn(widget.id, useIndex());
  return (
    <div
      role="group"
      className="rv-design-inside"
      data-kind={widget.kind}
      data-look={String(widget.fields["look"] ?? "")}
    >
      {widgets.length === 0 ? (
        <p className="rv-design-empty">{pageMessages.emptyInside}</p>
      ) : (
        widgets.map((each) => <DesignWidget key={each.id} widget={each} />)
      )}
    </div>
  );
}

function DataWidget({ widget }: { widget: WidgetRecord }) {
  const title = sourceTitle(widget);
  return (
    <>
      <p className="rv-design-source" data-missing={title === undefined || undefined}>
        {findWidget(widget.kind)?.label} {title === undefined ? "" : pageMessages.of(title)}
        {title === undefined && <em>{pageMessages.noSource}</em>}
      </p>
      <Inside widget={widget} />
    </>
  );
}

/** Icon or file; the sentence of one that has none says what to do. */
function Picture({ fields: { picture: json, size } }: WidgetRecord) {
  const picture = readWidgetField("picture", json);
  if (picture?.kind === "file")
    return <img className="rv-design-image" data-size={String(size)} src={picture.data} alt="" />;
  const Icon = isMenuIcon(picture?.icon) ? menuIcons[picture.icon] : undefined;
  return Icon ? (
    <Icon className="rv-design-image" data-size={String(size)} />
  ) : (
    <em className="rv-design-missing">{pageMessages.noPicture}</em>
  );
}

/** The widgets of a snippet as they are there; they are changed in the snippet. */
function SnippetHere({ fields }: WidgetRecord) {
  const call = readWidgetField("snippet", fields["snippet"]);
  const snippet = useIndex().snippet(call?.snippet ?? "");
  if (!snippet) return <em className="rv-design-missing">{pageMessages.noSnippet}</em>;
  return (
    <button
      type="button"
      className="rv-design-snippet"
      tabIndex={-1}
      onDoubleClick={(event) => {
        event.stopPropagation();
        workspace.getState().open({ kind: "snippet", id: snippet.id });
      }}
    >
      <Puzzle size={14} aria-hidden="true" />
      {call?.snippet}
    </button>
  );
}

function MenuHere({ kind }: WidgetRecord) {
  const { menu } = useRecord("project", "project")?.navigation ?? { menu: [] };
  const top = menu.filter(({ parent }) => parent === undefined);
  return (
    <span className="rv-design-menu" data-kind={kind}>
      {top.length === 0
        ? pageMessages.menuHere
        : top.map(({ id, caption }) => <span key={id}>{caption}</span>)}
    </span>
  );
}

/** An input as it will stand: its label, and the attribute in the place of its value. */
function DesignInput({ widget }: { widget: WidgetRecord }) {
  const { kind, fields } = widget;
  const attribute = attributeOf(widget);
  const label = readWidgetField("template", fields["label"]);
  return (
    <div className="rv-design-input" data-kind={kind}>
      {kind === "checkBox" && <span className="rv-design-control" data-kind={kind} />}
      <span className="rv-design-label">
        {label && label.text !== "" ? <Words template={label} /> : captionOfAttribute(attribute ?? "")}
        {fields["isRequired"] === true && " *"}
      </span>
      {kind !== "checkBox" && (
        <span className="rv-design-control" data-kind={kind}>
          {attribute === undefined ? (
            <em>{pageMessages.noAttribute}</em>
          ) : (
            <code className="rv-design-value">{attribute}</code>
          )}
        </span>
      )}
      {kind === "checkBox" && attribute === undefined && <em>{pageMessages.noAttribute}</em>}
    </div>
  );
}

/** How each kind of widget is drawn; a kind that is not known is drawn by its name. */
const drawings: Readonly<Record<string, (widget: WidgetRecord) => ReactNode>> = {
  container: (widget) => <Inside widget={widget} />,
  text: ({ fields }) => (
    <span className="rv-design-text" data-render={String(fields["render"] ?? "text")}>
      <Words template={readWidgetField("template", fields["content"])} />
    </span>
  ),
  button: ({ fields }) => (
    <span className="rv-design-button" data-look={String(fields["look"] ?? "default")}>
      <Words template={readWidgetField("template", fields["caption"])} />
    </span>
  ),
  layoutGrid: (widget) => <Inside widget={widget} />,
  gridColumn: (widget) => <Inside widget={widget} />,
  label: ({ fields }) => (
    <span className="rv-design-text" data-render="label">
      <Words template={readWidgetField("template", fields["content"])} />
    </span>
  ),
  image: (widget) => <Picture {...widget} />,
  snippetCall: (widget) => <SnippetHere {...widget} />,
  placeholder: () => <p className="rv-design-slot">{pageMessages.pageHere}</p>,
  regions: (widget) => <Inside widget={widget} />,
  region: (widget) => <Inside widget={widget} />,
  menuBar: (widget) => <MenuHere {...widget} />,
  navigationTree: (widget) => <MenuHere {...widget} />,
  textBox: (widget) => <DesignInput widget={widget} />,
  textArea: (widget) => <DesignInput widget={widget} />,
  dropDown: (widget) => <DesignInput widget={widget} />,
  checkBox: (widget) => <DesignInput widget={widget} />,
  datePicker: (widget) => <DesignInput widget={widget} />,
  listView: (widget) => <DataWidget widget={widget} />,
  dataView: (widget) => <DataWidget widget={widget} />,
};

/** A column is as wide as on a desktop. */
function spanOf({ kind, fields }: WidgetRecord): CSSProperties | undefined {
  const parts = kind === "gridColumn" ? readWidgetField("number", fields["desktop"]) : undefined;
  return parts === undefined ? undefined : { gridColumn: `span ${Math.min(Math.max(parts, 1), 12)}` };
}

/** A widget of the page that is designed: selected by a click, moved by dragging. */
export function DesignWidget({ widget }: { widget: WidgetRecord }) {
  const { selection, problems, isReadOnly, select, showMenu, drop } = useDesign();
  const [side, setSide] = useState<DropSide>();
  const definition = findWidget(widget.kind);
  const isSelected = selection.includes(widget.id);
  return (
    // The keys of all widgets are those of the tree around them.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`design-${widget.id}`}
      role="treeitem"
      aria-selected={isSelected}
      aria-label={`${definition?.label ?? widget.kind} ${widget.name}`}
      tabIndex={-1}
      className="rv-design-widget"
      data-kind={widget.kind}
      data-side={widget.kind === "region" ? String(widget.fields["side"]) : undefined}
      style={spanOf(widget)}
      data-selected={isSelected || undefined}
      data-faulty={problems.has(widget.id) || undefined}
      title={problems.get(widget.id)}
      data-drop={side}
      data-testid={`widget-${widget.name}`}
      draggable={!isReadOnly}
      onClick={(event) => {
        event.stopPropagation();
        select(widget.id, event);
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
        workspace.getState().showPane("properties");
      }}
      onContextMenu={(event) => {
        event.stopPropagation();
        showMenu(event, widget.id);
      }}
      onDragStart={(event) => {
        event.stopPropagation();
        event.dataTransfer.setData(widgetDragType, widget.id);
        event.dataTransfer.effectAllowed = "move";
      }}
      onDragOver={(event) => {
        if (isReadOnly || !isWidgetDrag(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setSide(dropSide(event, definition?.holdsWidgets ?? false));
      }}
      onDragLeave={() => setSide(undefined)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setSide(undefined);
        drop(event, widget.id, dropSide(event, definition?.holdsWidgets ?? false));
      }}
    >
      {Object.hasOwn(drawings, widget.kind) ? drawings[widget.kind]?.(widget) : widget.name}
    </div>
  );
}
