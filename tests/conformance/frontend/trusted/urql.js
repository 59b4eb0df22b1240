import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";

export function client(url) {
  const hashes = persistedExchange({
    enforcePersistedQueries: true,
    preferGetForPersistedQueries: true,
    generateHash: async (_query, document) => document.__meta__.hash.replace("sha256:", ""),
  });
  return new Client({ url, exchanges: [cacheExchange, hashes, fetchExchange] });
}
