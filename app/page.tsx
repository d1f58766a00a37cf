import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { ENVIRONMENT_COOKIE, readLastEnvironment } from "@/components/shell/last-environment";
import { findViewer, isSetUp } from "@/lib/auth/viewer";
import { apiKeysPath, setupPath, signInPath } from "@/lib/paths";

export default async function HomePage() {
  if (!(await isSetUp())) redirect(setupPath());
  if (!(await findViewer())) redirect(signInPath());
  redirect(apiKeysPath(readLastEnvironment((await cookies()).get(ENVIRONMENT_COOKIE)?.value)));
}
