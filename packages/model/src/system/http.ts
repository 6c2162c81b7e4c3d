import { entity, type ModulePart, manyToOne } from "../connectors/declare-connector-module.ts";

/** Messages of the Hypertext Transfer Protocol: `$latestHttpResponse`. */
export const http: ModulePart = {
  entities: [
    entity("HttpMessage", "A request or a response.", {
      isAbstract: true,
      attributes: [
        ["HttpVersion", "String", "Version of the protocol, for example 1.1."],
        ["Content", "String", "Its body as text."],
      ],
    }),
    entity("HttpRequest", "A request that was received or is sent.", {
      specializes: "HttpMessage",
      attributes: [["Uri", "String", "Its path and query, from the first slash."]],
    }),
    entity("HttpResponse", "The answer to a request.", {
      specializes: "HttpMessage",
      attributes: [
        ["StatusCode", "Integer", "Its status, for example 404."],
        ["ReasonPhrase", "String", "The words beside the status, for example Not Found."],
      ],
    }),
    entity("HttpHeader", "One header of a message.", {
      attributes: [
        ["Key", "String", "Its name."],
        ["Value", "String", "Its value."],
      ],
    }),
  ],
  associations: [manyToOne("HttpHeader", "HttpMessage", "The message that it belongs to.")],
};
