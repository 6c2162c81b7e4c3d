import { Button, TextInput } from "@mantine/core";
import type { EnumerationRecord } from "@rivulet/model";
import { findUsages } from "@rivulet/refactoring";
import { Plus, Tags } from "lucide-react";
import { useState } from "react";
import { DocumentationField, DocumentPage, PageSection } from "../controls/document-page.tsx";
import { DraftTextInput } from "../controls/draft-text-input.tsx";
import { HeadedTable } from "../controls/headed-table.tsx";
import { RowActions } from "../controls/row-actions.tsx";
import { ConfirmDelete } from "../explorer/confirm-delete.tsx";
import { refactoringContext } from "../explorer/refactor-documents.ts";
import { enumerationMessages } from "../messages/enumeration-messages.ts";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { projectMessages } from "../messages/project-messages.ts";
import { useProject, useRecord } from "../project/use-project.tsx";
import {
  addValue,
  deleteValue,
  moveValue,
  renameValue,
  setCaption,
  valueNameFault,
} from "./edit-enumeration.ts";

interface ValueRowProps {
  readonly enumeration: EnumerationRecord;
  readonly position: number;
  readonly isReadOnly: boolean;
  /** It was added just now: its name takes the keyboard. */
  readonly isNew: boolean;
  readonly onDelete: (name: string) => void;
  readonly onNext: () => void;
}

function ReadOnlyRow({ name, caption }: { name: string; caption: string }) {
  return (
    <tr data-testid={`value-${name}`}>
      <td>
        <span className="rv-row-text">{name}</span>
      </td>
      <td colSpan={2}>
        <span className="rv-row-text">{caption}</span>
      </td>
    </tr>
  );
}

function ValueRow({ enumeration, position, isReadOnly, isNew, onDelete, onNext }: ValueRowProps) {
  const project = useProject();
  const value = enumeration.values[position];
  if (!value) return null;
  const { name, caption } = value;
  const count = enumeration.values.length;
  if (isReadOnly) return <ReadOnlyRow name={name} caption={caption} />;
  return (
    <tr data-testid={`value-${name}`}>
      <td>
        <DraftTextInput
          aria-label={enumerationMessages.nameOf(name)}
          value={name}
          takesFocus={isNew}
          faultOf={(text) => valueNameFault(enumeration, text, name)}
          onCommit={(to) => renameValue(project, enumeration, { from: name, to })}
        />
      </td>
      <td>
        <TextInput
          aria-label={enumerationMessages.captionOf(name)}
          value={caption}
          onChange={(event) =>
            setCaption(project.store, enumeration, { name, caption: event.currentTarget.value })
          }
          onKeyDown={({ key }) => key === "Enter" && position === count - 1 && onNext()}
        />
      </td>
      <td>
        <RowActions
          name={name}
          order={{
            position,
            count,
            onMove: (by) => moveValue(project.store, enumeration, { position, by }),
          }}
          onDelete={() => onDelete(name)}
        />
      </td>
    </tr>
  );
}

interface ValueTableProps {
  readonly enumeration: EnumerationRecord;
  readonly isReadOnly: boolean;
  readonly added: string | undefined;
  readonly onDelete: (name: string) => void;
  readonly onNext: () => void;
}

function ValueTable({ enumeration, isReadOnly, added, onDelete, onNext }: ValueTableProps) {
  if (enumeration.values.length === 0)
    return <div className="rv-panel rv-panel-empty">{enumerationMessages.empty}</div>;
  return (
    <div className="rv-panel">
      <HeadedTable
        columns={[
          { label: enumerationMessages.name },
          { label: enumerationMessages.caption },
          { label: enumerationMessages.actions, isHidden: true },
        ]}
      >
        {enumeration.values.map(({ name }, position) => (
          <ValueRow
            // By position: a value keeps its row, and its keyboard focus, while it is renamed.
            // oxlint-disable-next-line react/no-array-index-key
            key={position}
            enumeration={enumeration}
            position={position}
            isReadOnly={isReadOnly}
            isNew={name === added}
            onDelete={onDelete}
            onNext={onNext}
          />
        ))}
      </HeadedTable>
    </div>
  );
}

/** The values of an enumeration, in their order. */
export function EnumerationEditor({ target: { id } }: { target: { readonly id: string } }) {
  const project = useProject();
  const enumeration = useRecord("enumeration", id);
  const [added, setAdded] = useState<string>();
  const [deleting, setDeleting] = useState<string>();
  if (!enumeration) return null;
  const { store, index } = project;
  const isReadOnly = project.isReadOnly(id);
  const module = index.records.get(enumeration.parent);
  const target = (name: string) =>
    ({ kind: "enumerationValue", name: `${index.qualifiedNameOf(enumeration)}.${name}` }) as const;
  const add = () => setAdded(addValue(store, enumeration));
  const remove = (name: string) => {
    if (findUsages(target(name), refactoringContext(project)).length === 0)
      deleteValue(store, enumeration, name);
    else setDeleting(name);
  };
  return (
    <DocumentPage
      icon={Tags}
      title={enumeration.name}
      subtitle={enumerationMessages.subtitle(module?.type === "module" ? module.name : "")}
      isReadOnly={isReadOnly}
    >
      <PageSection
        title={enumerationMessages.values}
        description={enumerationMessages.valuesHint}
        action={
          !isReadOnly && (
            <Button variant="default" leftSection={<Plus size={14} />} onClick={add}>
              {enumerationMessages.add}
            </Button>
          )
        }
      >
        <ValueTable
          enumeration={enumeration}
          isReadOnly={isReadOnly}
          added={added}
          onDelete={remove}
          onNext={add}
        />
      </PageSection>
      <DocumentationField
        value={enumeration.documentation}
        isReadOnly={isReadOnly}
        onChange={(documentation) =>
          store.transact(
            enumerationMessages.steps.documentation,
            (transaction) => transaction.update("enumeration", id, { documentation }),
            { mergeKey: `documentation:${id}` },
          )
        }
      />
      {deleting !== undefined && (
        <ConfirmDelete
          title={explorerMessages.deleteTitle(projectMessages.enumerationValue, deleting)}
          usages={findUsages(target(deleting), refactoringContext(project))}
          onDelete={() => deleteValue(store, enumeration, deleting)}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </DocumentPage>
  );
}
