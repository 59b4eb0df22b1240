import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import possibleTypes from "../generated/possible-types.json" with { type: "json" };

export function client(uri) {
  const hashes = new PersistedQueryLink({
    generateHash: (document) => document.__meta__.hash.replace("sha256:", ""),
    useGETForHashedQueries: true,
  });
  return new ApolloClient({
    link: hashes.concat(new HttpLink({ uri })),
    cache: new InMemoryCache({ possibleTypes }),
  });
}
