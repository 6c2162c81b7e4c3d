import { Radio } from "@mantine/core";
import { pageMessages } from "../messages/page-messages.ts";
import { type PageTemplate, pageTemplates } from "./page-templates.ts";
import { TemplatePreview } from "./template-preview.tsx";
import "./template-choice.css";

/** The gallery of what a page can begin as, by category. */
export function TemplateChoice({
  value,
  onChange,
}: {
  value: PageTemplate;
  onChange: (template: PageTemplate) => void;
}) {
  return (
    <Radio.Group label={pageMessages.template} value={value} onChange={onChange}>
      <div className="rv-templates">
        {pageMessages.templateCategories.map(({ title, templates }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <div>
              {templates.map((template) => (
                <Radio.Card
                  key={template}
                  value={template}
                  className="rv-choice-card"
                  title={pageMessages.templates[template].hint}
                  data-testid={`template-${template}`}
                >
                  <TemplatePreview widgets={pageTemplates[template]} />
                  <strong>{pageMessages.templates[template].label}</strong>
                </Radio.Card>
              ))}
            </div>
          </section>
        ))}
      </div>
      <p className="rv-template-hint" role="status">
        {pageMessages.templates[value].hint}
      </p>
    </Radio.Group>
  );
}
