// Bundles GraphiQL into one script and one style sheet, with the licences of all they hold.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const target = "../graphql_api/static/graphql_api/graphiql";

// The browser's own fonts do: fonts inside a style sheet need a policy that allows `data:`.
const withoutFonts = {
  name: "without-fonts",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/@font-face\s*\{[^}]*\}/g, ""),
      loader: "css",
    })),
};

const { metafile } = await build({
  entryPoints: ["graphiql.jsx"],
  outdir: target,
  bundle: true,
  minify: true,
  legalComments: "none",
  jsx: "automatic",
  target: "es2022",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [withoutFonts],
  metafile: true,
});

const inside = Object.values(metafile.outputs)
  .flatMap(({ inputs }) => Object.entries(inputs))
  .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  .map(([path]) => path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1])
  .filter(Boolean);

// Packages without a licence file: who holds the rights says the repository they come from.
const holders = {
  "@graphiql/plugin-doc-explorer": "GraphQL Contributors",
  "@graphiql/plugin-explorer": "GraphQL Contributors",
  "@graphiql/plugin-history": "GraphQL Contributors",
  "react-compiler-runtime": "Meta Platforms, Inc. and affiliates.",
  "react-remove-scroll-bar": "Anton Korzunov",
  "toggle-selection": "sudodoki",
};

const mit = (holder) => {
  if (!holder) throw new Error("A package has no licence file and no known holder.");
  const text = readFileSync("node_modules/react/LICENSE", "utf8");
  return `MIT License\n\nCopyright (c) ${holder}\n\n${text.slice(text.indexOf("Permission"))}`;
};

const notice = (folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(`${folder}/${file}`, "utf8") : mit(holders[name]);
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
};

const folders = [...new Set(inside)].sort();
writeFileSync(`${target}/LICENSES.txt`, folders.map(notice).join(`\n${"-".repeat(72)}\n\n`));
