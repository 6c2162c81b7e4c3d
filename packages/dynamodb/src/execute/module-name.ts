/** Names of the module, as they are looked up while its activities are executed. */
export const inModule = <Name extends string>(name: Name) => `AmazonDynamoDBConnector.${name}` as const;
