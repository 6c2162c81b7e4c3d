interface NoticeProps {
  readonly tone: "quiet" | "error";
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** A sentence in the place of a page, with a way on. */
export function Notice({ tone, title, text, action }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={tone === "error" ? "alert" : "status"}>
      <h1 className="notice-title">{title}</h1>
      {text === undefined ? null : <p className="notice-text">{text}</p>}
      {action ? (
        <button type="button" className="button" data-look="default" onClick={action.run}>
          {action.label}
        </button>
      ) : null}
    </div>
  );
}
