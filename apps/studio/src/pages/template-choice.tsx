import { Radio } from "@mantine/core";
import { pageMessages } from "../messages/page-messages.ts";
import type { PageTemplate } from "./page-templates.ts";
import "./pages.css";

/** What a template looks like, in a few strokes. */
function Preview({ template }: { template: PageTemplate }) {
  return (
    <span className="rv-template-preview" data-template={template} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </span>
  );
}

/** The gallery of what a page can begin as. */
export function TemplateChoice({
  value,
  onChange,
}: {
  value: PageTemplate;
  onChange: (template: PageTemplate) => void;
}) {
  const templates = Object.entries(pageMessages.templates) as [
    PageTemplate,
    { label: string; hint: string },
  ][];
  return (
    <Radio.Group label={pageMessages.template} value={value} onChange={onChange}>
      <div className="rv-templates">
        {templates.map(([template, { label, hint }]) => (
          <Radio.Card
            key={template}
            value={template}
            className="rv-choice-card"
            data-testid={`template-${template}`}
          >
            <Preview template={template} />
            <strong>{label}</strong>
            <span>{hint}</span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
