import "./search-dialog.css";
import { Modal, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { focusAtOnce } from "../controls/focus-at-once.ts";
import { Highlight } from "./highlight.tsx";
import { useSearchList } from "./use-search-list.ts";

/** One row of a search dialog. */
export interface SearchResult {
  readonly key: string;
  readonly label: string;
  /** Heading under which it stands; results of one group follow each other. */
  readonly group: string;
  readonly icon?: ReactNode;
  /** Quiet words beside the label. */
  readonly detail?: string | undefined;
  /** At the end of the row: its keys. */
  readonly aside?: ReactNode;
  readonly choose: () => void;
}

/** What a search dialog is about. */
export interface SearchDialogProps {
  readonly label: string;
  readonly emptyText: string;
  /** The results for a query, the best first. */
  readonly search: (query: string) => readonly SearchResult[];
  readonly onClose: () => void;
}

/** A text field above everything, with what it finds below. */
export function SearchDialog({ label, emptyText, search, onClose }: SearchDialogProps) {
  const [query, setQuery] = useState("");
  const results = search(query);
  const choose = (position: number) => {
    onClose();
    results[position]?.choose();
  };
  const list = useSearchList({ query, count: results.length, onChoose: choose });
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="14vh"
      size={600}
      padding={0}
      attributes={{ content: { "aria-label": label } }}
      classNames={{ content: "rv-search-dialog" }}
    >
      <TextInput
        data-autofocus
        ref={focusAtOnce}
        size="md"
        variant="unstyled"
        className="rv-search-field"
        leftSection={<Search size={17} />}
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        {...list.inputProps}
      />
      {results.length === 0 && <p className="rv-search-empty">{emptyText}</p>}
      <div className="rv-search-results" aria-label={label} {...list.listProps}>
        {results.map((result, position) => (
          <SearchRow
            key={result.key}
            result={result}
            query={query}
            heading={result.group === results[position - 1]?.group ? undefined : result.group}
            option={list.optionProps(position)}
            onChoose={() => choose(position)}
          />
        ))}
      </div>
    </Modal>
  );
}

interface SearchRowProps {
  readonly result: SearchResult;
  readonly query: string;
  readonly heading: string | undefined;
  readonly option: ReturnType<ReturnType<typeof useSearchList>["optionProps"]>;
  readonly onChoose: () => void;
}

function SearchRow({ result, query, heading, option, onChoose }: SearchRowProps) {
  const { label, icon, detail, aside } = result;
  return (
    <>
      {heading !== undefined && (
        <div className="rv-search-heading" role="presentation">
          {heading}
        </div>
      )}
      {/* The keyboard stays in the text field: it chooses by Enter. */}
      <button type="button" className="rv-search-row" tabIndex={-1} {...option} onClick={onChoose}>
        <span className="rv-search-icon">{icon}</span>
        <span className="rv-search-label">
          <Highlight text={label} query={query} />
        </span>
        {detail !== undefined && <span className="rv-search-detail">{detail}</span>}
        {aside !== undefined && <span className="rv-search-aside">{aside}</span>}
      </button>
    </>
  );
}
