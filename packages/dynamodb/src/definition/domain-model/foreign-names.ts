/** Names of the module AWSAuthentication that this module builds on. */
export const awsAuthentication = {
  abstractRequest: "AWSAuthentication.AbstractRequest",
  credentials: "AWSAuthentication.Credentials",
  region: "AWSAuthentication.ENUM_Region",
} as const;
