import { type ActivityContext, activityContext } from "@rivulet/testkit";
import { type EntityObject, type Value, writeAttribute } from "@rivulet/values";
import { describe, expect, test } from "vitest";
import { awsAuthentication } from "../connector.ts";
import { guardedLookup } from "../reach/guarded-lookup.ts";
import { clientOptions } from "./client-options.ts";
import { type ClientSettings, readClientSettings } from "./client-settings.ts";

/** An object to be made: its entity, its attributes, and the objects that it refers to by association. */
interface Sketch {
  readonly entity: string;
  readonly attributes?: Readonly<Record<string, Value>>;
  readonly links?: Readonly<Record<string, Sketch>>;
}

function make(context: ActivityContext, { entity, attributes = {}, links = {} }: Sketch): EntityObject {
  const object = context.create(`AWSAuthentication.${entity}`);
  for (const [name, value] of Object.entries(attributes)) writeAttribute(object, name, value);
  for (const [association, target] of Object.entries(links)) {
    context.link(`AWSAuthentication.${association}`, object, make(context, target));
  }
  return object;
}

function read(config?: Sketch) {
  const context = activityContext({ connectors: [awsAuthentication] });
  const links: Record<string, Sketch> =
    config === undefined ? {} : { AbstractRequest_BasicClientConfig: config };
  return readClientSettings(make(context, { entity: "AbstractRequest", links }), context);
}

const sdkConfig = (links: Readonly<Record<string, Sketch>>): Sketch => ({ entity: "SdkClientConfig", links });
const retries = (entity: string, attributes = {}): Sketch =>
  sdkConfig({ SdkClientConfig_AbstractRetryPolicy: { entity, attributes } });
const http = (entity: string, attributes = {}): Sketch =>
  sdkConfig({ SdkClientConfig_AbstractHttpConfig: { entity, attributes } });

describe("what a request asks for", () => {
  test.each<[string, Sketch | undefined, ClientSettings]>([
    ["nothing without a configuration", undefined, {}],
    ["nothing with an empty one", { entity: "BasicClientConfig" }, {}],
    [
      "a time limit",
      { entity: "BasicClientConfig", attributes: { ApiTimeOutInMs: 5000 } },
      { callTimeout: 5000 },
    ],
    ["no time limit of 0", { entity: "BasicClientConfig", attributes: { ApiTimeOutInMs: 0 } }, {}],
    [
      "at most the time that a timer can take",
      { entity: "BasicClientConfig", attributes: { ApiTimeOutInMs: 2n ** 60n } },
      { callTimeout: 2 ** 31 - 1 },
    ],
    [
      "a time limit for an attempt",
      { entity: "SdkClientConfig", attributes: { ApiTimeOutInMs: 9, ApiAttemptTimeOutInMs: 3 } },
      { callTimeout: 9, attemptTimeout: 3 },
    ],
    ["no retry", retries("NoRetryPolicy"), { maximumAttempts: 1 }],
    ["two retries", retries("NumberRetryPolicy", { MaxNumberOfRetries: 2 }), { maximumAttempts: 3 }],
    ["as many retries as usual", retries("NumberRetryPolicy"), {}],
    [
      "limits of connections",
      http("UrlHttpConfig", { ConnectionTimeOutInMs: 100, SocketTimeOutInMs: 200 }),
      { connectionTimeout: 100, socketTimeout: 200 },
    ],
    [
      "all that connections can have",
      http("ApacheHttpConfig", {
        ConnectionTimeOutInMs: 100,
        SocketTimeOutInMs: 200,
        MaxConnections: 7,
        LocalAddress: "127.0.0.2",
        ExpectContinueEnabled: "_True",
      }),
      { connectionTimeout: 100, socketTimeout: 200, maximumConnections: 7, localAddress: "127.0.0.2" },
    ],
  ])("%s", (_, config, settings) => {
    expect(read(config).settings).toEqual(settings);
  });

  test.each([
    ["http://localhost:8000", "http://localhost:8000"],
    ["  ", undefined],
    [null, undefined],
  ])("the address %j", (EndpointUrl, endpoint) => {
    expect(read({ entity: "BasicClientConfig", attributes: { EndpointUrl } }).endpoint).toBe(endpoint);
  });
});

describe("options of a client of the AWS SDK", () => {
  const target = { region: "eu-central-1", keys: { accessKeyId: "AKIA", secretAccessKey: "s" } };
  const always = { region: target.region, credentials: target.keys, cacheMiddleware: true };

  test("leave to the SDK what nobody asked for", () => {
    expect(clientOptions({ ...target, endpoint: null, client: {} })).toEqual(always);
  });

  test("carry all that was asked for", () => {
    const client: ClientSettings = {
      callTimeout: 1,
      attemptTimeout: 2,
      connectionTimeout: 3,
      socketTimeout: 4,
      maximumAttempts: 5,
      maximumConnections: 6,
      localAddress: "127.0.0.2",
    };
    const agent = { lookup: guardedLookup, maxSockets: 6, localAddress: "127.0.0.2" };
    expect(clientOptions({ ...target, endpoint: "http://localhost:8000", client })).toEqual({
      ...always,
      endpoint: "http://localhost:8000",
      useDualstackEndpoint: false,
      useFipsEndpoint: false,
      maxAttempts: 5,
      requestHandler: {
        requestTimeout: 2,
        throwOnRequestTimeout: true,
        connectionTimeout: 3,
        socketTimeout: 4,
        httpAgent: agent,
        httpsAgent: agent,
      },
    });
  });
});
