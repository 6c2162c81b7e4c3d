import { Button, Select, Switch, TextInput } from "@mantine/core";
import { ListFilter, ScanLine } from "lucide-react";
import type { FormEvent } from "react";
import { dataMessages } from "../messages/data-messages.ts";
import type { KeyPart, TableFacts } from "./data-api.ts";
import { readFirstPage, setReading } from "./data-controller.ts";
import { useDataStore } from "./data-store.ts";
import { isQuery, keyOfReading, testsOf } from "./reading.ts";

function IndexSelect({ facts }: { readonly facts: TableFacts }) {
  const index = useDataStore(({ reading }) => reading.index);
  if (facts.indexes.length === 0) return null;
  const indexes = facts.indexes.map(({ name }) => ({ value: name, label: dataMessages.indexLabel(name) }));
  return (
    <Select
      aria-label={dataMessages.readFrom}
      data={[{ value: "", label: dataMessages.wholeTable }, ...indexes]}
      value={index ?? ""}
      allowDeselect={false}
      data-testid="field-index"
      onChange={(name) =>
        setReading({ index: name === "" ? null : name, partition: "", sort: "", upTo: "", test: "=" })
      }
    />
  );
}

function SortFields({ part }: { readonly part: KeyPart }) {
  const { test, sort, upTo, isDescending } = useDataStore((state) => state.reading);
  const tests = testsOf(part.type).map((value) => ({ value, label: dataMessages.sortTests[value] }));
  return (
    <>
      <Select
        className="rv-data-test"
        aria-label={dataMessages.sortTest(part.name)}
        data={tests}
        value={test}
        allowDeselect={false}
        data-testid="field-test"
        onChange={(value) => value !== null && setReading({ test: value })}
      />
      <TextInput
        aria-label={part.name}
        placeholder={part.name}
        value={sort}
        data-testid="field-sort"
        onChange={(event) => setReading({ sort: event.currentTarget.value })}
      />
      {test === "between" && (
        <TextInput
          aria-label={dataMessages.upTo}
          placeholder={dataMessages.upTo}
          value={upTo}
          data-testid="field-up-to"
          onChange={(event) => setReading({ upTo: event.currentTarget.value })}
        />
      )}
      <Switch
        label={dataMessages.descending}
        checked={isDescending}
        onChange={(event) => setReading({ isDescending: event.currentTarget.checked })}
      />
    </>
  );
}

/** What is asked of the table: with a value of its partition key a query, else a scan. */
export function ReadingBar({ facts }: { readonly facts: TableFacts }) {
  const reading = useDataStore((state) => state.reading);
  const isReading = useDataStore((state) => state.isReading);
  const [partition, sort] = keyOfReading(reading, facts);
  const isAsking = isQuery(reading);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void readFirstPage();
  };
  return (
    <form className="rv-data-reading" onSubmit={submit}>
      <IndexSelect facts={facts} />
      {partition && (
        <TextInput
          aria-label={partition.name}
          placeholder={`${partition.name}: ${dataMessages.anyPartition}`}
          value={reading.partition}
          data-testid="field-partition-value"
          onChange={(event) => setReading({ partition: event.currentTarget.value })}
        />
      )}
      {isAsking && sort && <SortFields part={sort} />}
      <Button
        type="submit"
        variant="default"
        title={isAsking ? dataMessages.queryHint : dataMessages.scanHint}
        leftSection={isAsking ? <ListFilter size={14} /> : <ScanLine size={14} />}
        aria-busy={isReading}
        data-testid="read-items"
      >
        {isAsking ? dataMessages.query : dataMessages.scan}
      </Button>
    </form>
  );
}
