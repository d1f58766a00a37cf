import { hintOf } from "@/lib/domain/api-key-secret";

export const SNIPPETS = [
  { value: "curl", label: "curl", thing: "curl command", write: curl },
  { value: "typescript", label: "TypeScript", thing: "TypeScript code", write: typeScript },
  { value: "python", label: "Python", thing: "Python code", write: python },
] as const;

/** `mk_live_a1b2••••c3d4`: the hint in a form that nobody takes for a whole key. */
export const masked = (secret: string): string => hintOf(secret).replace("…", "••••");

function curl(apiUrl: string, secret: string): string {
  return `curl ${apiUrl}/v1/me \\\n  -H "Authorization: Bearer ${secret}"`;
}

function typeScript(apiUrl: string, secret: string): string {
  return `const response = await fetch("${apiUrl}/v1/me", {
  headers: { Authorization: "Bearer ${secret}" },
});
console.log(response.status, await response.json());`;
}

function python(apiUrl: string, secret: string): string {
  return `import json
import urllib.request

request = urllib.request.Request(
    "${apiUrl}/v1/me",
    headers={"Authorization": "Bearer ${secret}"},
)
with urllib.request.urlopen(request) as response:
    print(response.status, json.load(response))`;
}
