import { Client, cacheExchange, fetchExchange } from "@urql/core";
import { persistedExchange } from "@urql/exchange-persisted";

export function client(url) {
  const hashes = persistedExchange({ preferGetForPersistedQueries: true });
  return new Client({ url, exchanges: [cacheExchange, hashes, fetchExchange] });
}
