import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { signInOptions } from "@/lib/auth/sign-in-options";
import { dashboardDoors } from "@/lib/dashboard-api/dashboard-doors";

type Context = { params: Promise<{ nextauth: string[] }> };

const handle = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, signInOptions(dashboardDoors().env));

export { handle as GET, handle as POST };
