import { CodeBlock } from "@/components/ui/code-block";

/** How the next request learns the id that this one answered with. */
export function KeptId({ name, owner }: { name: string; owner: string }) {
  return (
    <>
      <p className="text-base">
        Keep <code className="font-mono">data.id</code> of the answer for the next requests:
      </p>
      <CodeBlock thing="command" owner={`keeping the id: ${owner}`} code={`export ${name}="data.id of the answer"`} />
    </>
  );
}
