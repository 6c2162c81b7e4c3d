import "./document-page.css";
import { Textarea } from "@mantine/core";
import { Lock, type LucideIcon } from "lucide-react";
import { type ReactNode, useId } from "react";
import { controlMessages } from "../messages/control-messages.ts";
import { PageTitle } from "./page-title.tsx";

interface DocumentPageProps {
  readonly icon: LucideIcon;
  readonly title: string;
  /** What it is and where: "Enumeration in MyFirstModule". */
  readonly subtitle: string;
  readonly isReadOnly?: boolean;
  readonly children: ReactNode;
}

/** A document that is edited as a page of fields. */
export function DocumentPage({
  icon: Icon,
  title,
  subtitle,
  isReadOnly = false,
  children,
}: DocumentPageProps) {
  return (
    <div className="rv-page">
      <header className="rv-page-head">
        <span className="rv-page-icon">
          <Icon size={20} aria-hidden="true" />
        </span>
        <PageTitle title={title} subtitle={subtitle} />
      </header>
      {isReadOnly && (
        <p className="rv-page-note">
          <Lock size={13} aria-hidden="true" />
          {controlMessages.readOnly}
        </p>
      )}
      {children}
    </div>
  );
}

interface PageSectionProps {
  readonly title: string;
  readonly description?: string;
  /** At the end of the title's line: a button. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page, with its heading. */
export function PageSection({ title, description, action, children }: PageSectionProps) {
  const id = useId();
  return (
    <section className="rv-page-section" aria-labelledby={id}>
      <div className="rv-page-section-head">
        <div>
          <h2 id={id}>{title}</h2>
          {description !== undefined && <p>{description}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

/** The documentation of a document: a text that is saved as it is written. */
export function DocumentationField({
  value,
  isReadOnly = false,
  onChange,
}: {
  value: string | undefined;
  isReadOnly?: boolean;
  onChange: (text: string | undefined) => void;
}) {
  return (
    <Textarea
      label={controlMessages.documentation}
      placeholder={controlMessages.documentationHint}
      autosize
      minRows={2}
      maxRows={12}
      value={value ?? ""}
      readOnly={isReadOnly}
      data-testid="field-documentation"
      onChange={(event) => onChange(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
    />
  );
}
