import { entity, enumeration, type ModulePart } from "@rivulet/model";

/** Signing requests of one's own for AWS services that have no connector (Signature Version 4). */
export const signing: ModulePart = {
  entities: [
    entity("SigV4Builder", "A request that is to be signed.", {
      attributes: [
        ["ServiceName", "String", "Name of the service in signatures, for example dynamodb."],
        ["HTTPMethod", "Enumeration(ENUM_HTTPMethod)", "Method of the request."],
        ["URIPrefix", "String", "Text before the name of the service in the host name."],
        ["Region", "Enumeration(ENUM_Region)", "Region of the service."],
        ["Path", "String", "Path of the request, from its first slash."],
        ["RequestBody", "String", "Body of the request."],
        ["EndpointURL", "String", "Address to call instead of that of AWS."],
        ["SubDomain", "String", "Further part of the host name, for example the name of a bucket."],
      ],
    }),
    entity("SigV4Parameter", "One header or query parameter that is part of what is signed.", {
      attributes: [
        ["Key", "String", "Its name."],
        ["Value", "String", "Its value."],
      ],
    }),
    entity("SigV4Headers", "What a signed request needs: its address and its headers.", {
      attributes: [
        ["EndpointUrl", "String", "Address to which the request goes."],
        ["Header_Authorization", "String", "Value of the header Authorization: the signature."],
        ["Header_Host", "String", "Value of the header Host."],
        ["Header_X_Amz_Date", "String", "Value of the header X-Amz-Date: the moment of signing."],
        [
          "Header_X_Amz_Content_Sha256",
          "String",
          "Value of the header X-Amz-Content-Sha256: hash of the body.",
        ],
      ],
    }),
  ],
  enumerations: [
    enumeration("ENUM_HTTPMethod", "Method of an HTTP request.", [
      ["GET", "GET", "Reads."],
      ["POST", "POST", "Sends something to be worked on."],
      ["PUT", "PUT", "Stores under an address."],
      ["TRACE", "TRACE", "Returns the request as it arrived."],
      ["HEAD", "HEAD", "Reads the headers only."],
      ["DELETE", "DELETE", "Deletes."],
      ["CONNECT", "CONNECT", "Opens a tunnel."],
      ["OPTIONS", "OPTIONS", "Asks what is possible."],
    ]),
  ],
};
