import "./toolbox.css";
import type { ReactNode } from "react";
import { toolboxMessages } from "../messages/toolbox-messages.ts";
import { Highlight } from "../search/highlight.tsx";
import { SearchField } from "../search/search-field.tsx";
import { useSearchList } from "../search/use-search-list.ts";
import { EmptyPane } from "../shell/empty-pane.tsx";

/** Something that can be put into a document. */
export interface Tool {
  readonly kind: string;
  readonly label: string;
  readonly summary: string;
  readonly icon: ReactNode;
}

/** Tools under one heading. */
export interface ToolGroup {
  readonly label: string;
  readonly tools: readonly Tool[];
}

interface ToolboxFrameProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What the query finds. */
  readonly groups: readonly ToolGroup[];
  /** What the search field says, and what stands there when nothing is found. */
  readonly texts: { readonly search: string; readonly nothingFound: string; readonly hint: string };
  /** The type under which a dragged tool tells its kind. */
  readonly dragType: string;
  readonly onAdd: (kind: string) => void;
}

function ToolRow(props: {
  readonly tool: Tool;
  readonly query: string;
  readonly option: ReturnType<ReturnType<typeof useSearchList>["optionProps"]>;
  readonly dragType: string;
  readonly onAdd: () => void;
}) {
  const { tool, option } = props;
  return (
    <div
      {...option}
      // Said again where the linter can see it.
      role="option"
      aria-selected={option["aria-selected"]}
      tabIndex={-1}
      className="rv-toolbox-item"
      title={tool.summary}
      draggable
      data-testid={`toolbox-item-${tool.kind}`}
      onDragStart={(event) => {
        event.dataTransfer.setData(props.dragType, tool.kind);
        event.dataTransfer.effectAllowed = "copy";
      }}
      onDoubleClick={props.onAdd}
    >
      {tool.icon}
      <span className="rv-toolbox-label">
        <Highlight text={tool.label} query={props.query} />
      </span>
    </div>
  );
}

/** A search above groups of tools: each is dragged into the document, or added with Enter or a double click. */
export function ToolboxFrame({ query, onQuery, groups, texts, dragType, onAdd }: ToolboxFrameProps) {
  const tools = groups.flatMap((group) => group.tools);
  const add = (position: number) => {
    const tool = tools[position];
    if (tool) onAdd(tool.kind);
  };
  const list = useSearchList({ query, count: tools.length, onChoose: add });
  return (
    <div className="rv-toolbox">
      <div className="rv-toolbox-head">
        <SearchField
          label={texts.search}
          clear={toolboxMessages.clearSearch}
          query={query}
          onQuery={onQuery}
          {...list.inputProps}
        />
      </div>
      {tools.length === 0 && <EmptyPane text={texts.nothingFound} />}
      <div className="rv-toolbox-list" aria-label={toolboxMessages.list} {...list.listProps}>
        {groups.map(({ label, tools: members }) => (
          <div key={label} role="group" aria-label={label} className="rv-toolbox-group">
            <div className="rv-toolbox-heading" role="presentation">
              {label}
            </div>
            {members.map((tool) => {
              const position = tools.indexOf(tool);
              return (
                <ToolRow
                  key={tool.kind}
                  tool={tool}
                  query={query}
                  option={list.optionProps(position)}
                  dragType={dragType}
                  onAdd={() => add(position)}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p className="rv-toolbox-hint">{texts.hint}</p>
    </div>
  );
}
