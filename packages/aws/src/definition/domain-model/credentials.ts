import { entity, type ModulePart, manyToOne, oneToOne } from "@rivulet/model";

/** Keys, and what the service that hands out temporary ones answers. */
export const credentials: ModulePart = {
  entities: [
    entity("Credentials", "The keys with which calls to AWS are signed.", {
      attributes: [
        ["AccessKey", "String", "Id of the access key, for example AKIAIOSFODNN7EXAMPLE. Not a secret."],
        ["SecretAccessKey", "String", "The secret that belongs to the access key.", "secret"],
      ],
    }),
    entity("TemporaryCredentials", "Keys that are valid for a limited time only, together with a token.", {
      specializes: "Credentials",
      attributes: [
        ["Token", "String", "Session token; AWS refuses temporary keys without it.", "secret"],
        ["Expiration", "DateTime", "When the keys stop being valid."],
      ],
    }),
    entity("CredentialDetails", "Temporary keys in the form in which AWS hands them out.", {
      attributes: [
        ["AccessKeyId", "String", "Id of the temporary access key."],
        ["SecretAccessKey", "String", "The secret of the temporary access key.", "secret"],
        ["SessionToken", "String", "Token that has to go with every call.", "secret"],
        ["Expiration", "DateTime", "When the keys stop being valid."],
      ],
    }),
    entity("CredentialSetProperties", "What AWS says about one set of temporary keys.", {
      attributes: [
        ["PackedPolicySize", "Integer", "Size of the session policies, as a percentage of what is allowed."],
        ["RoleArn", "String", "Amazon Resource Name of the role that was taken on."],
        ["SourceIdentity", "String", "Identity that was given when the role was taken on."],
      ],
    }),
    entity("AssumedRoleUser", "The identity that a taken-on role has.", {
      attributes: [
        ["Arn", "String", "Amazon Resource Name of the session."],
        ["AssumedRoleId", "String", "Unique id of the session."],
      ],
    }),
    entity("AssumeRoleRequest", "The parts of the signed HTTP request that asks for temporary keys.", {
      attributes: [
        ["Url", "String", "Address to which the request goes."],
        ["HeaderContentType", "String", "Value of the header Content-Type."],
        ["HeaderHost", "String", "Value of the header Host."],
        ["HeaderXAmzDate", "String", "Value of the header X-Amz-Date: the moment of signing."],
        ["HeaderXAmzX509", "String", "Value of the header X-Amz-X509: the certificate in base64."],
        ["HeaderAuthorization", "String", "Value of the header Authorization: the signature."],
        ["RequestBody", "String", "The body, as JSON."],
      ],
    }),
    entity("AssumeRoleResponse", "The answer to a request for temporary keys.", {
      attributes: [["SubjectArn", "String", "Amazon Resource Name of the subject of the certificate."]],
    }),
  ],
  associations: [
    oneToOne("CredentialSetProperties", "CredentialDetails", "The keys of the set."),
    oneToOne("CredentialSetProperties", "AssumedRoleUser", "The identity of the set."),
    manyToOne("CredentialSetProperties", "AssumeRoleResponse", "The sets of an answer."),
  ],
};
