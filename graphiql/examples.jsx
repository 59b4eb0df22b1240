import { useEditorContext } from "@graphiql/react";

const Icon = () => (
  <svg aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5">
    <path d="M4 6h16M4 12h16M4 18h10" />
  </svg>
);

const Examples = ({ examples }) => {
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const open = ({ query }) => {
    queryEditor?.setValue(query);
    variableEditor?.setValue("");
    queryEditor?.focus();
  };

  return (
    <section aria-labelledby="examples-title">
      <h2 id="examples-title" className="examples-title">
        Examples
      </h2>
      <ul className="examples">
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" className="graphiql-un-styled" onClick={() => open(example)}>
              {example.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** A panel whose entries replace what the editor holds; undoing brings it back. */
export const examplesPlugin = (examples) => ({
  title: "Examples",
  icon: Icon,
  content: () => <Examples examples={examples} />,
});
