import { Select, Switch } from "@mantine/core";
import { explorerMessages } from "../messages/explorer-messages.ts";
import { pageMessages } from "../messages/page-messages.ts";
import type { LayoutTemplate } from "../pages/layout-templates.ts";
import { type PageTemplate, showsObject } from "../pages/page-templates.ts";
import { TemplateChoice } from "../pages/template-choice.tsx";
import { useProject } from "../project/use-project.tsx";
import type { NewDocumentKind } from "../workspace/shell-dialog.ts";

/** What something new begins as. Each kind looks at its own part. */
export interface DocumentBeginning {
  readonly isPersistable: boolean;
  readonly template: PageTemplate;
  /** Qualified name of the entity whose object a page shows. */
  readonly entity: string | undefined;
  readonly layout: LayoutTemplate;
}

/** What something begins as when nobody chooses. */
export const plainBeginning: DocumentBeginning = {
  isPersistable: false,
  template: "blank",
  entity: undefined,
  layout: "sidebar",
};

/** What a layout can begin as, as the layouts are called that come with the application. */
const layoutTemplates = (["sidebar", "topBar"] as const).map((value) => ({
  value,
  label: pageMessages.layouts[value],
}));

interface BeginningProps {
  readonly beginning: DocumentBeginning;
  readonly onChange: (beginning: DocumentBeginning) => void;
}

function LayoutBeginning({ beginning, onChange }: BeginningProps) {
  return (
    <Select
      label={pageMessages.layoutTemplate}
      data={layoutTemplates}
      value={beginning.layout}
      allowDeselect={false}
      data-testid="field-layout"
      onChange={(layout) => layout !== null && onChange({ ...beginning, layout })}
    />
  );
}

function PageBeginning({ beginning, onChange }: BeginningProps) {
  const { index } = useProject();
  return (
    <>
      <TemplateChoice
        value={beginning.template}
        onChange={(template) => onChange({ ...beginning, template })}
      />
      {showsObject(beginning.template) && (
        <Select
          label={pageMessages.shownEntity}
          description={pageMessages.shownEntityHint}
          placeholder={pageMessages.selectEntity}
          data={index.all("entity").map(({ name }) => name)}
          value={beginning.entity ?? null}
          searchable
          clearable
          data-testid="field-entity"
          onChange={(entity) => onChange({ ...beginning, entity: entity ?? undefined })}
        />
      )}
    </>
  );
}

function EntityBeginning({ beginning, onChange }: BeginningProps) {
  return (
    <Switch
      label={explorerMessages.persistable}
      description={explorerMessages.persistableHint}
      checked={beginning.isPersistable}
      data-testid="field-isPersistable"
      onChange={(event) => onChange({ ...beginning, isPersistable: event.currentTarget.checked })}
    />
  );
}

/** Asks what something new begins as; most kinds begin in one way only. */
export function DocumentBeginningFields({
  what,
  ...props
}: BeginningProps & { readonly what: NewDocumentKind }) {
  if (what === "page") return <PageBeginning {...props} />;
  if (what === "pageLayout") return <LayoutBeginning {...props} />;
  return what === "entity" ? <EntityBeginning {...props} /> : null;
}
