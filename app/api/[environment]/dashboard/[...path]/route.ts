import { dashboardDoors } from "@/lib/dashboard-api/dashboard-doors";
import { answerThrough } from "@/lib/dashboard-api/next-mount";

const handle = answerThrough(() => dashboardDoors().dashboardApi);

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
