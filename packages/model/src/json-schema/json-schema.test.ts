import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentVersions } from "../documents/document-formats.ts";
import { documentsOf } from "../documents/documents-of.ts";
import { writeDocument } from "../documents/write-document.ts";
import { flowFileVersion } from "../flow-file/flow-file.ts";
import { arbitraryProject } from "../records/arbitrary-project.test-support.ts";
import { type JsonSchemaKind, jsonSchemaKinds, jsonSchemaOf, printJsonSchema } from "./json-schema.ts";

const validators = new Map(
  jsonSchemaKinds.map((kind) => [
    kind,
    new Ajv2020({ allErrors: true, strict: true, strictTypes: false }).compile(jsonSchemaOf(kind)),
  ]),
);

function faults(kind: JsonSchemaKind, content: unknown): string[] {
  const validate = validators.get(kind);
  validate?.(content);
  return (validate?.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const golden = (kind: JsonSchemaKind) => {
  const version = kind === "flow" ? flowFileVersion : documentVersions[kind];
  return JSON.parse(
    readFileSync(new URL(`../documents/fixtures/${kind}-${version}.json`, import.meta.url), "utf8"),
  );
};

describe("the published JSON Schema", () => {
  it.each(jsonSchemaKinds)("of %s is draft 2020-12, the same text every time, and accepts a file", (kind) => {
    expect(jsonSchemaOf(kind)["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(printJsonSchema(kind)).toBe(printJsonSchema(kind));
    expect(faults(kind, golden(kind))).toEqual([]);
  });

  it.each(jsonSchemaKinds)("of %s refuses another format, an unknown member and a missing one", (kind) => {
    expect(faults(kind, { ...golden(kind), format: "rivulet/other" })).toHaveLength(1);
    expect(faults(kind, { ...golden(kind), unknown: 1 })).toHaveLength(1);
    expect(faults(kind, { format: golden(kind).format })).not.toEqual([]);
  });

  it("accepts every document that is written", () => {
    fc.assert(
      fc.property(arbitraryProject, (records) => {
        for (const document of documentsOf(records)) {
          expect(faults(document.kind, writeDocument(document))).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });
});
