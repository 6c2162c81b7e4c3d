import "./empty-pane.css";
import { Button, Code, Group } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { focusAtOnce } from "../controls/focus-at-once.ts";
import { dialogMessages } from "../messages/dialog-messages.ts";
import { shellMessages } from "../messages/shell-messages.ts";

interface ErrorBoundaryProps {
  /** Of a dialog: closes it. What failed then stands over the page. */
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** Keeps a failure where it happened: the rest of the studio, and every edit, goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | undefined }> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  #tryAgain = (): void => this.setState({ error: undefined });

  override render(): ReactNode {
    const { error } = this.state;
    const { onClose } = this.props;
    if (!error) return this.props.children;
    return (
      <div className="rv-empty-pane" role="alert" data-over={onClose !== undefined || undefined}>
        <strong>{shellMessages.brokenTitle}</strong>
        <p>{shellMessages.brokenText}</p>
        <Code>{error.message}</Code>
        <Group gap={8}>
          {onClose && (
            <Button variant="default" onClick={onClose}>
              {dialogMessages.close}
            </Button>
          )}
          <Button variant="default" ref={onClose && focusAtOnce} onClick={this.#tryAgain}>
            {shellMessages.tryAgain}
          </Button>
        </Group>
      </div>
    );
  }
}
