import "./empty-pane.css";
import { Button, Code } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { shellMessages } from "../messages/shell-messages.ts";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** Keeps a failure where it happened: the rest of the studio, and every edit, goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="rv-empty-pane" role="alert">
        <strong>{shellMessages.brokenTitle}</strong>
        <p>{shellMessages.brokenText}</p>
        <Code>{error.message}</Code>
        <Button variant="default" onClick={() => this.setState({ error: undefined })}>
          {shellMessages.tryAgain}
        </Button>
      </div>
    );
  }
}
