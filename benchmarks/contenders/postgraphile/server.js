// Serves PostGraphile on the tables of `mirror.sql`, and tells of each answer how many statements
// it took: those since the answer before, so only while one request follows the other.

import { createServer, ServerResponse } from "node:http";
import pg from "pg";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";

let statements = 0;

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (...args) {
  statements += 1;
  return query.apply(this, args);
};

const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function (...args) {
  this.setHeader("X-SQL-Statements", statements);
  statements = 0;
  return writeHead.apply(this, args);
};

const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({ pool: new pg.Pool(), schemas: ["mirror"] }),
  ],
  grafserv: { graphqlPath: "/graphql/", graphiql: false, watch: false },
};

const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(process.argv[2]), "127.0.0.1");
