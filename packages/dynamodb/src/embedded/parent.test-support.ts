// A process that runs the embedded DynamoDB until it is killed: node parent.test-support.ts <data folder> <implementation>
import type { ImplementationName } from "./implementations/implementation.ts";
import { startEmbeddedDynamoDB } from "./start-embedded-dynamodb.ts";

const [dataFolder, implementation] = process.argv.slice(2);
const dynamodb = await startEmbeddedDynamoDB({
  ...(dataFolder === "" ? {} : { dataFolder: dataFolder as string }),
  implementation: implementation as ImplementationName,
});
const endpoint = await dynamodb.endpointFor("eu-central-1");
console.log(JSON.stringify({ endpoint, regions: await dynamodb.regions() }));
// Nothing of the embedded DynamoDB holds its process up.
setInterval(() => {}, 1_000_000);
