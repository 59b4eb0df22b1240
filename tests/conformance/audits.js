// All audits of graphql-http against a server: node audits.js URL
import { serverAudits } from "graphql-http";

const audits = serverAudits({ url: process.argv[2] });
const results = [];
for (const audit of audits) {
  const { id, name, status, reason } = await audit.fn();
  results.push({ id, name, status, reason });
}
console.log(JSON.stringify(results));
