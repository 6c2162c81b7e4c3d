import "./documentation-pane.css";
import { documentationMessages } from "../messages/documentation-messages.ts";
import { useIndex, useProject } from "../project/use-project.tsx";
import { EmptyPane } from "../shell/empty-pane.tsx";
import { type TabTarget, tabKey } from "../workspace/tabs.ts";
import { useActiveTarget, useSelection } from "../workspace/workspace.ts";
import { type DocumentedPart, documentationOf } from "./documentation-of.ts";
import { Marked } from "./marked.tsx";

/** The record of a document itself, for while nothing in it is selected. */
function recordOf(target: TabTarget): string | undefined {
  return "id" in target ? target.id : undefined;
}

function Part({ name, note, text }: DocumentedPart) {
  return (
    <>
      <dt>
        {name}
        {note !== undefined && <span>{note}</span>}
      </dt>
      <dd>{text !== undefined && <Marked text={text} />}</dd>
    </>
  );
}

function DocumentationOf({ target }: { target: TabTarget }) {
  const project = useProject();
  const index = useIndex();
  const [selected] = useSelection(tabKey(target));
  const record = index.records.get(selected ?? recordOf(target) ?? "");
  const documentation = record && documentationOf(record, project);
  if (!documentation) return <EmptyPane text={documentationMessages.nothing} />;
  const { title, paragraphs, sections } = documentation;
  return (
    // What is longer than the pane is read by the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <article className="rv-documentation" tabIndex={0}>
      <h2>{title}</h2>
      {paragraphs.map((text) => (
        <p key={text}>
          <Marked text={text} />
        </p>
      ))}
      {sections.map((section) => (
        <section key={section.title}>
          <h3>{section.title}</h3>
          <dl>
            {section.parts.map((part) => (
              <Part key={part.name} {...part} />
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
}

/** What is selected in the editor in front, or that document itself, explained. */
export function DocumentationPane() {
  const target = useActiveTarget();
  return target ? (
    <DocumentationOf key={tabKey(target)} target={target} />
  ) : (
    <EmptyPane text={documentationMessages.nothing} />
  );
}
