import { asJson } from "@rivulet/model";
import * as z from "zod/mini";
import type { AppSwitch } from "../app/app-switch.ts";
import type { EventStreams } from "../http/event-streams.ts";
import { HttpProblem } from "../http/http-problem.ts";
import { ok, okCompressed } from "../http/reply.ts";
import { defineRoute, type Route } from "../http/route.ts";
import { qualifiedName } from "../http/schemas.ts";
import { diffSchema } from "../project/diff-schema.ts";
import { exportedFlow } from "../project/exported-flow.ts";
import type { OpenProject } from "../project/open-project.ts";
import {
  documentContentSchema,
  documentContentView,
  hashesOf,
  hashesSchema,
  problemSchema,
  projectSchema,
  projectView,
  recordsSchema,
  recordsView,
} from "../project/project-views.ts";
import { saveReply } from "../project/save-reply.ts";

/** What the authoring API needs. */
export interface ProjectRouteServices {
  readonly project: OpenProject;
  /** Whether the application runs: what shows it follows the project anyway. */
  readonly power: AppSwitch;
  readonly streams: EventStreams;
}

const documentId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,99}$/));
const maximumDiff = 32 * 1024 * 1024;

/** The project: read it, save changes of it, follow it. */
export function projectRoutes({ project, power, streams }: ProjectRouteServices): readonly Route[] {
  return [
    ...readingRoutes(project),
    exportRoute(project),
    saveRoute(project),
    followRoute({ project, power, streams }),
  ];
}

function readingRoutes(project: OpenProject): readonly Route[] {
  const row = { method: "GET", access: "viewer" } as const;
  return [
    defineRoute(
      {
        ...row,
        path: "/api/v1/project",
        operation: "readProject",
        summary: "The project's settings and documents, each with its content hash.",
        responses: { 200: { description: "The project as it is on disk.", schema: projectSchema } },
      },
      async () => ok(projectView(await project.current())),
    ),
    defineRoute(
      {
        ...row,
        path: "/api/v1/project/records",
        operation: "readRecords",
        summary: "All records of the project, and the hashes from which a save starts.",
        responses: { 200: { description: "The records.", schema: recordsSchema } },
      },
      async () => okCompressed(recordsView(await project.current())),
    ),
    defineRoute(
      {
        ...row,
        path: "/api/v1/project/documents/:documentId",
        operation: "readDocument",
        summary: "One document: its path, its hash, its content and its records.",
        params: z.object({ documentId }),
        responses: { 200: { description: "The document.", schema: documentContentSchema } },
        problems: ["unknown-document"],
      },
      async ({ params }) => {
        const document = documentContentView(await project.current(), params.documentId);
        if (document) return ok(document);
        throw new HttpProblem("unknown-document", `There is no document with the id ${params.documentId}.`);
      },
    ),
    defineRoute(
      {
        ...row,
        path: "/api/v1/project/problems",
        operation: "readProblems",
        summary: "All problems of the project, those of its files included.",
        responses: {
          200: {
            description: "The problems.",
            schema: z.object({ revision: z.int(), problems: z.array(problemSchema) }),
          },
        },
      },
      async () => {
        const { revision, problems } = await project.current();
        return ok({ revision, problems: asJson(problems) });
      },
    ),
  ];
}

function exportRoute(project: OpenProject): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/project/microflows/:name/export",
      operation: "exportMicroflow",
      summary: "One microflow with all that it uses, as a flow file that runs by itself and can be imported.",
      access: "viewer",
      params: z.object({ name: qualifiedName }),
      responses: { 200: { description: "The flow file.", schema: z.record(z.string(), z.unknown()) } },
      problems: ["unknown-microflow", "project-has-problems"],
    },
    async ({ params: { name } }) => {
      const text = exportedFlow((await project.current()).loaded, name);
      const headers = { "content-disposition": `attachment; filename="${name}.json"` };
      return { kind: "text", status: 200, mediaType: "application/json; charset=utf-8", text, headers };
    },
  );
}

function saveRoute(project: OpenProject): Route {
  return defineRoute(
    {
      method: "PATCH",
      path: "/api/v1/project",
      operation: "saveProject",
      summary: "Save a change of records, all of it or nothing.",
      access: "author",
      body: z.strictObject({
        diff: diffSchema,
        expectedHashes: z.record(documentId, z.nullable(z.string())),
      }),
      bodyLimit: maximumDiff,
      responses: {
        200: {
          description: "It is saved. `hashes` are those of all documents now.",
          schema: z.object({ revision: z.int(), hashes: hashesSchema }),
        },
      },
      problems: ["stale-documents", "project-locked", "invalid-change"],
    },
    async ({ body }) => saveReply(await project.save(body), project.latest),
  );
}

function followRoute({ project, power, streams }: ProjectRouteServices): Route {
  return defineRoute(
    {
      method: "GET",
      path: "/api/v1/project/events",
      operation: "followProject",
      summary:
        "Follow the project: an event `changed` for every change, whoever made it, and `application` when the application is started or stopped.",
      access: "viewer",
      responses: { 200: { description: "Server-sent events.", mediaType: "text/event-stream" } },
    },
    () => ({
      kind: "events",
      events: streams.open((push) => {
        const ends = [
          power.observe((state) => push({ event: "application", data: { ...state } })),
          project.observe(({ project: present, documents }) => {
            const { revision } = present;
            push({ event: "changed", data: { revision, documents, hashes: hashesOf(present) } });
          }),
        ];
        return () => {
          for (const end of ends) end();
        };
      }),
    }),
  );
}
