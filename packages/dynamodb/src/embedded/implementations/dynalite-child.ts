// The whole program of the child: node dynalite-child.js <region> <port> <folder>
import dynalite from "dynalite";

const [region, port, folder] = process.argv.slice(2);
if (region === undefined || port === undefined || folder === undefined) {
  throw new Error("usage: dynalite-child <region> <port> <folder>");
}

// For the ARNs that it makes.
process.env["AWS_REGION"] = region;

// Tables are ready at once, as with dynoxide; dynalite's own default is half a second each.
const server = dynalite({ path: folder, createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
server.listen(Number(port), "127.0.0.1", () => console.log(`dynalite listening on 127.0.0.1:${port}`));

// Standard input is a pipe from our parent: it ends when the parent dies, however it dies.
process.stdin.resume().on("end", () => process.exit(0));
