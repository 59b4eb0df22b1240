import { useEditorContext } from "@graphiql/react";

/** Chooses an example, which replaces what the editor holds; undoing brings that back. */
export const Examples = ({ examples }) => {
  const { queryEditor, variableEditor } = useEditorContext({ nonNull: true });
  const open = (index) => {
    queryEditor?.setValue(examples[index].query);
    variableEditor?.setValue("");
  };

  return (
    <label className="examples">
      Examples
      <select defaultValue="" onChange={({ target }) => open(target.value)}>
        <option value="" disabled>
          Choose a query …
        </option>
        {examples.map(({ title }, index) => (
          <option key={title} value={index}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
};
