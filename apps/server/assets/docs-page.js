// The page on which people try microflows: reads the OpenAPI document, shows one microflow, runs it.

const list = document.getElementById("microflows");
const main = document.getElementById("microflow");
const runPath = /^\/api\/v1\/microflows\/([^{}]+)\/runs$/;
const endings = new Set(["completed", "failed", "cancelled", "running"]);
const mostRows = 18;

/** Makes an element; texts among the children stay texts. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/* Reading the OpenAPI document */

async function readMicroflows() {
  const answer = await fetch("/api/openapi.json");
  if (!answer.ok) throw new Error((await answer.json()).detail);
  const { paths, components } = await answer.json();
  const found = Object.entries(paths).flatMap(([path, { post }]) => {
    const name = runPath.exec(path)?.[1];
    return name === undefined ? [] : [{ name, path, operation: post, schemas: components.schemas }];
  });
  return new Map(found.map((microflow) => [microflow.name, microflow]));
}

function parametersOf({ operation }) {
  const { schema } = operation.requestBody.content["application/json"];
  const { properties, required } = schema.properties.parameters;
  return Object.entries(properties).map(([name, type]) => ({
    name,
    type,
    isRequired: required.includes(name),
  }));
}

function resultTypeOf({ operation }) {
  const { schema } = operation.responses[200].content["application/json"];
  return schema.oneOf[0].properties.result.title;
}

const schemaNamed = (reference, schemas) => schemas[reference.split("/").at(-1)] ?? {};

/** A first value to change, from a schema. */
function example(schema, schemas) {
  if (schema.$ref !== undefined) return exampleOfComponent(schemaNamed(schema.$ref, schemas), schemas);
  if (schema.anyOf !== undefined) return example(schema.anyOf[0], schemas);
  if (schema.items !== undefined) return [example(schema.items, schemas)];
  if (schema.format === "date-time") return new Date().toISOString();
  if (schema.format === "decimal") return "0";
  const [type] = [schema.type].flat();
  return { string: "", boolean: false, integer: 0 }[type] ?? null;
}

function exampleOfComponent(schema, schemas) {
  if (schema.enum !== undefined) return schema.enum[0] ?? null;
  const properties = Object.entries(schema.properties ?? {});
  const attributes = properties.filter(([name]) => !name.startsWith("$") && !name.includes("."));
  return Object.fromEntries(attributes.map(([name, type]) => [name, example(type, schemas)]));
}

/* Showing a microflow */

function parameterTable(parameters) {
  const rows = parameters.map(({ name, type, isRequired }) =>
    make(
      "tr",
      {},
      make("td", {}, make("code", {}, name)),
      make("td", {}, type.title, isRequired ? "" : make("span", { className: "faint" }, " optional")),
      make("td", { className: "detail" }, type.description ?? ""),
    ),
  );
  const heads = ["Parameter", "Type", "Description"].map((head) => make("th", { scope: "col" }, head));
  const head = make("thead", {}, make("tr", {}, ...heads));
  return make("div", { className: "table" }, make("table", {}, head, make("tbody", {}, ...rows)));
}

function field(label, control) {
  return make("label", { className: "field" }, make("span", {}, label), control);
}

/** The controls of the form, with the parameters filled in as a first try. */
function controlsOf(parameters, schemas) {
  const values = parameters.map(({ name, type }) => [name, example(type, schemas)]);
  const text = JSON.stringify(Object.fromEntries(values), null, 2);
  const rows = Math.min(text.split("\n").length, mostRows);
  return {
    input: make("textarea", { id: "parameters", spellcheck: false, rows, value: text }),
    expand: make("input", { id: "expand", type: "number", min: "0", max: "20", value: "0" }),
    runButton: make("button", { id: "run", type: "submit" }, "Run"),
  };
}

function formOf(parameters, { input, expand, runButton }) {
  const takes =
    parameters.length === 0
      ? [make("p", { className: "faint" }, "This microflow takes no parameters.")]
      : [parameterTable(parameters), field("Parameters, as JSON", input)];
  const actions = make("div", { className: "actions" }, field("Expand associations", expand), runButton);
  return make("form", { className: "card" }, ...takes, actions);
}

function showMicroflow(microflow) {
  const parameters = parametersOf(microflow);
  const controls = controlsOf(parameters, microflow.schemas);
  const form = formOf(parameters, controls);
  const result = make("section", { id: "result", className: "card", hidden: true, ariaLabel: "Result" });
  result.setAttribute("aria-live", "polite");
  const curl = make("pre", { textContent: curlText(microflow, controls) });
  form.addEventListener("input", () => (curl.textContent = curlText(microflow, controls)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run(microflow, controls, result);
  });
  const { description } = microflow.operation;
  main.replaceChildren(
    make("h1", {}, microflow.name),
    ...(description === undefined ? [] : [make("div", {}, description)]),
    make("div", { className: "detail" }, `Returns ${resultTypeOf(microflow)}`),
    form,
    result,
    make("section", { className: "card" }, curlHead(curl), curl),
  );
}

function curlHead(curl) {
  const copy = make("button", { type: "button", className: "quiet" }, "Copy");
  copy.addEventListener("click", () => void navigator.clipboard.writeText(curl.textContent));
  return make("div", { className: "card-head" }, make("h2", {}, "From a terminal"), copy);
}

/** The parameters as written; `undefined` while they are not JSON. */
function writtenParameters({ input }) {
  try {
    return JSON.parse(input.value);
  } catch {
    return undefined;
  }
}

const query = ({ expand }) => (Number(expand.value) > 0 ? `?expand=${Number(expand.value)}` : "");

function curlText({ path }, controls) {
  const parameters = writtenParameters(controls);
  if (parameters === undefined) return "The parameters are not JSON yet.";
  const body = JSON.stringify({ parameters }).replaceAll("'", String.raw`'\''`);
  const address = location.origin + path + query(controls);
  return `curl -s '${address}' \\\n  -H 'Content-Type: application/json' \\\n  -d '${body}'`;
}

/* Running it */

async function run({ path }, controls, result) {
  const { input, runButton } = controls;
  const parameters = writtenParameters(controls);
  input.setCustomValidity(parameters === undefined ? "This is not JSON." : "");
  if (!input.reportValidity()) {
    input.addEventListener("input", () => input.setCustomValidity(""), { once: true });
    return;
  }
  runButton.disabled = true;
  const startedAt = performance.now();
  const answer = await send(path + query(controls), { parameters });
  showAnswer(result, answer, performance.now() - startedAt);
  runButton.disabled = false;
}

async function send(address, body) {
  const headers = { "content-type": "application/json" };
  try {
    const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
    return await answer.json();
  } catch {
    return { code: "unreachable", detail: "The server cannot be reached. Is it still running?" };
  }
}

function showAnswer(result, answer, milliseconds) {
  const isRun = endings.has(answer.status);
  const note = isRun ? `with configuration ${answer.configuration}` : answer.detail;
  const shown = "result" in answer ? answer.result : (answer.error ?? answer);
  const label = isRun ? answer.status : answer.code;
  const head = [
    make("h2", {}, "Result"),
    make("span", { className: `pill ${isRun ? answer.status : "failed"}` }, label),
    make("span", { className: "faint" }, note),
    make("span", { className: "took" }, `${Math.round(milliseconds)} ms`),
  ];
  result.hidden = false;
  result.replaceChildren(
    make("div", { className: "card-head" }, ...head),
    make("pre", {}, JSON.stringify(shown, null, 2)),
  );
}

/* Choosing a microflow */

function showList(microflows, current) {
  const modules = Map.groupBy(microflows.values(), ({ name }) => name.split(".")[0]);
  const rows = [...modules].flatMap(([module, ofModule]) => [
    make("h2", {}, module),
    ...ofModule.map(({ name }) => {
      const link = make("a", { href: `#${name}` }, name.split(".")[1]);
      if (name === current) link.setAttribute("aria-current", "true");
      return link;
    }),
  ]);
  list.replaceChildren(...rows);
}

function show(microflows) {
  const microflow = microflows.get(location.hash.slice(1)) ?? microflows.values().next().value;
  if (microflow === undefined) {
    showNotice("No microflow can be called yet. Draw one and save it: it shows up here.");
    return;
  }
  showList(microflows, microflow.name);
  showMicroflow(microflow);
}

function showNotice(text) {
  main.replaceChildren(make("p", { className: "empty" }, text));
}

try {
  const microflows = await readMicroflows();
  addEventListener("hashchange", () => show(microflows));
  show(microflows);
} catch (error) {
  showNotice(error.message);
}
