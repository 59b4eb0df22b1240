import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { createHash } from "node:crypto";
import possibleTypes from "./generated/possible-types.json" with { type: "json" };

const sha256 = (query) => createHash("sha256").update(query).digest("hex");

export function client(uri) {
  const hashes = new PersistedQueryLink({ sha256, useGETForHashedQueries: true });
  return new ApolloClient({
    link: hashes.concat(new HttpLink({ uri })),
    cache: new InMemoryCache({ possibleTypes }),
  });
}
