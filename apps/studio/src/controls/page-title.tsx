import "./page-title.css";

/** What a page of the studio is about, and in smaller words what or where that is. */
export function PageTitle({ title, subtitle }: { readonly title: string; readonly subtitle: string }) {
  return (
    <div className="rv-page-title">
      <h1>{title}</h1>
      <p>{subtitle}</p>
    </div>
  );
}
