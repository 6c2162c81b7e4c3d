import { Button, Loader } from "@mantine/core";
import { type LucideIcon, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { dataMessages } from "../messages/data-messages.ts";

interface EmptyDataProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  /** The way out. */
  readonly children?: ReactNode;
}

/** An empty place: what belongs there, and the way to it. */
export function EmptyData({ icon: Icon, title, text, children }: EmptyDataProps) {
  return (
    <div className="rv-data-empty" data-testid="data-empty">
      <Icon size={28} aria-hidden="true" />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

/** What stands where something is asked for. */
export function Asking() {
  return <Loader size={18} aria-label={dataMessages.loading} className="rv-data-loading" />;
}

/** Why something could not be read, in the words of who refused it, and a way to try again. */
export function NotRead({
  title,
  failure,
  onRetry,
}: {
  readonly title: string;
  readonly failure: string;
  readonly onRetry: () => void;
}) {
  return (
    <div className="rv-data-failure" role="alert">
      <strong>{title}</strong>
      <span>{failure}</span>
      <Button variant="default" size="compact-sm" leftSection={<RotateCw size={13} />} onClick={onRetry}>
        {dataMessages.tryAgain}
      </Button>
    </div>
  );
}
