import { expect, it } from "vitest";
import { documentsOf } from "../documents/documents-of.ts";
import { nameProblems } from "../documents/name-problems.ts";
import { printDocument } from "../documents/write-document.ts";
import { blankProject } from "./blank-project.ts";

const connectors = [{ module: "AWSAuthentication", version: "1.0.0" }];

it("a blank project has one module, two roles, Embedded before AWS, and security off", () => {
  const project = blankProject({ name: "My orders", connectors, newId: () => "m1" });
  expect(nameProblems(project)).toEqual([]);
  expect(
    Object.fromEntries(documentsOf(project).map((document) => [document.path, printDocument(document)])),
  ).toMatchInlineSnapshot(`
    {
      "modules/MyFirstModule/domain-model.json": "{ "format": "rivulet/domain-model", "version": 1, "associations": [], "entities": [] }
    ",
      "modules/MyFirstModule/module.json": "{
      "format": "rivulet/module",
      "version": 1,
      "id": "m1",
      "name": "MyFirstModule",
      "folders": [],
      "roles": [{ "name": "User" }, { "name": "Administrator" }]
    }
    ",
      "rivulet.json": "{
      "format": "rivulet/project",
      "version": 1,
      "name": "My orders",
      "configurations": [
        { "name": "Embedded", "kind": "embedded", "constants": {} },
        { "name": "AWS", "kind": "aws", "constants": {} }
      ],
      "connectors": [{ "module": "AWSAuthentication", "version": "1.0.0" }],
      "security": {
        "level": "off",
        "userRoles": [
          { "name": "User", "moduleRoles": ["MyFirstModule.User"] },
          { "name": "Administrator", "moduleRoles": ["MyFirstModule.Administrator"] }
        ]
      }
    }
    ",
    }
  `);
});
