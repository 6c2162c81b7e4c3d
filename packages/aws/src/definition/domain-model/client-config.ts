import { entity, enumeration, type ModulePart, oneToOne } from "@rivulet/model";

/** What every request can say about how it is sent: address, time limits, retries, connections. */
export const clientConfig: ModulePart = {
  entities: [
    entity("AbstractRequest", "What the requests of all AWS activities have in common.", {
      isAbstract: true,
    }),
    entity("BasicClientConfig", "How the calls of a request are made. What is left empty is as usual.", {
      attributes: [
        [
          "ApiTimeOutInMs",
          "Long",
          "Longest time in milliseconds for a whole call, retries and the pauses between them included.",
        ],
        [
          "EndpointUrl",
          "String",
          "Address to call instead of that of AWS, for example a VPC endpoint or a local stand-in. It goes before every other setting.",
        ],
      ],
    }),
    entity(
      "SdkClientConfig",
      "The settings of BasicClientConfig, with retries and connections beside them.",
      {
        specializes: "BasicClientConfig",
        attributes: [
          ["ApiAttemptTimeOutInMs", "Long", "Longest time in milliseconds for one attempt of a call."],
        ],
      },
    ),
    entity("AbstractRetryPolicy", "How often a call that failed is tried again.", { isAbstract: true }),
    entity("NoRetryPolicy", "A call that failed is not tried again.", { specializes: "AbstractRetryPolicy" }),
    entity("NumberRetryPolicy", "A call that failed is tried again a fixed number of times.", {
      specializes: "AbstractRetryPolicy",
      attributes: [
        ["MaxNumberOfRetries", "Integer", "How often to try again after the first attempt; 3 when empty."],
      ],
    }),
    entity("AbstractHttpConfig", "How connections are made and kept.", { isAbstract: true }),
    entity("UrlHttpConfig", "The plain connection settings.", {
      specializes: "AbstractHttpConfig",
      attributes: [
        ["ConnectionTimeOutInMs", "Long", "Longest time in milliseconds until a connection stands."],
        ["SocketTimeOutInMs", "Long", "Longest silence in milliseconds on a connection."],
      ],
    }),
    entity("ApacheHttpConfig", "All connection settings.", {
      specializes: "AbstractHttpConfig",
      attributes: [
        [
          "ConnectionAcquisitionTimeOutInMs",
          "Long",
          "Longest wait in milliseconds for a free connection. Kept for compatibility; it has no effect here.",
        ],
        [
          "ConnectionMaxIdleTimeInMs",
          "Long",
          "How long in milliseconds an unused connection is kept. Kept for compatibility; it has no effect here.",
        ],
        ["ConnectionTimeOutInMs", "Long", "Longest time in milliseconds until a connection stands."],
        [
          "ConnectionTimeToLiveInMs",
          "Long",
          "How long in milliseconds a connection is used at all. Kept for compatibility; it has no effect here.",
        ],
        [
          "ExpectContinueEnabled",
          "Enumeration(ENUM_Boolean)",
          "Whether to ask before a large body is sent. Kept for compatibility; it has no effect here.",
        ],
        ["LocalAddress", "String", "Address of this machine from which to connect."],
        ["MaxConnections", "Integer", "Most connections at the same time; 50 when empty."],
        ["SocketTimeOutInMs", "Long", "Longest silence in milliseconds on a connection."],
        [
          "TcpKeepAlive",
          "Enumeration(ENUM_Boolean)",
          "Whether a silent connection is probed. Kept for compatibility; connections are always probed here.",
        ],
        [
          "UseIdleConnectionReaper",
          "Enumeration(ENUM_Boolean)",
          "Whether unused connections are closed. Kept for compatibility; it has no effect here.",
        ],
      ],
    }),
  ],
  associations: [
    oneToOne("AbstractRequest", "BasicClientConfig", "How the calls of the request are made."),
    oneToOne("SdkClientConfig", "AbstractRetryPolicy", "How often to try again."),
    oneToOne("SdkClientConfig", "AbstractHttpConfig", "How connections are made."),
  ],
  enumerations: [
    enumeration("ENUM_Boolean", "Yes or no; empty leaves a setting as usual.", [
      ["_True", "True", "Yes."],
      ["_False", "False", "No."],
    ]),
  ],
};
