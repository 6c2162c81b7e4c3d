import { ActionIcon, TextInput, type TextInputProps } from "@mantine/core";
import { Search, X } from "lucide-react";

interface SearchFieldProps extends Omit<TextInputProps, "value" | "onChange" | "label"> {
  /** What it searches, for the eye and the ear. */
  readonly label: string;
  /** Name of the button that empties it. */
  readonly clear: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** A field for words to search, with a button that empties it. */
export function SearchField({ label, clear, query, onQuery, ...input }: SearchFieldProps) {
  return (
    <TextInput
      leftSection={<Search size={14} />}
      aria-label={label}
      placeholder={label}
      value={query}
      onChange={(event) => onQuery(event.currentTarget.value)}
      rightSection={
        query !== "" && (
          <ActionIcon size={22} aria-label={clear} onClick={() => onQuery("")}>
            <X size={13} />
          </ActionIcon>
        )
      }
      {...input}
    />
  );
}
