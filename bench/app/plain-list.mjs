// The rival of the list view: the same rows by hand in plain React, in a page that does nothing else.
import { createElement, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

/** @param {{ texts: readonly string[] }} row */
function Row({ texts }) {
  return createElement(
    "li",
    { className: "row" },
    texts.map((text) => createElement("span", { key: text, className: "text" }, text)),
  );
}

function List() {
  const [rows, setRows] = useState([]);
  useEffect(() => {
    const load = async () => setRows(await (await fetch("/rows.json")).json());
    void load();
  }, []);
  const items = rows.map((texts) => createElement(Row, { key: texts[0], texts }));
  return createElement("div", { className: "page" }, createElement("ul", { className: "rows" }, items));
}

createRoot(document.getElementById("root")).render(createElement(List));
